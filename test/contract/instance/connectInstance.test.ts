import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Response } from 'supertest';
import type { ConnectResult, QrCode } from '../../../clients/typescript/src/index.ts';
import { assertRefused, call } from '../../support/call.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkByPhone, newInstance, newNumber } from '../../support/linked-instance.ts';
import { testRefusals } from '../../support/refusals.ts';
import { type Silence, startSilence } from '../../support/silence.ts';

let gateway: TestGateway;

let silence: Silence;
/** Asked for first and looked at last: it takes as long as a caller is made to wait. */
let unanswered: Promise<Response>;

before(async () => {
  gateway = await startTestGateway();
  silence = await startSilence(gateway);
  unanswered = silence.ask('GET', '/instance/connect/unheard');
});
after(async () => {
  await silence.stop();
  await gateway.stop();
});

testRefusals('connectInstance', () => gateway);

const connect = async (instance: string, number?: string): Promise<QrCode> =>
  shownQr(await gateway.client.instance.connectInstance({ instance, ...(number && { number }) }));

function shownQr(result: ConnectResult): QrCode {
  assert.ok('code' in result, JSON.stringify(result));
  return result;
}

test('200: a QR code, the same one while it is on show; once it is scanned, the state', async () => {
  await newInstance(gateway, 'shop');
  const shown = await connect('shop');
  assert.equal(shown.count, 1);
  assert.equal(shown.pairingCode, null);
  assert.match(shown.base64, /^data:image\/png;base64,iVBOR/);
  assert.deepEqual(await connect('shop'), shown);
  const types = gateway.events
    .filter(({ instance_name }) => instance_name === 'shop')
    .map(({ type }) => type);
  assert.deepEqual(types, ['instance.create', 'connection.update', 'qrcode.updated']);
  await linkByPhone(gateway, 'shop', newNumber(), { qr: shown.code });
  assert.deepEqual(await gateway.client.instance.connectInstance({ instance: 'shop' }), {
    instance: { instanceName: 'shop', state: 'open' },
  });
});

test('200: after a lost connection there is another QR code, and its count goes on', async () => {
  await newInstance(gateway, 'renewed');
  const first = await connect('renewed');
  const renewed = gateway.nextEvent(
    ({ type, instance_name }) => type === 'qrcode.updated' && instance_name === 'renewed',
  );
  await gateway.whatsapp.faults({ disconnect: true });
  await renewed;
  const second = await connect('renewed');
  assert.notEqual(second.code, first.code);
  assert.equal(second.count, 2);
  await linkByPhone(gateway, 'renewed', newNumber(), { qr: second.code });
});

/** A number may be written as people write it. */
const SPELLINGS: Record<string, (digits: string) => string> = {
  'in digits': (digits) => digits,
  'as people write it': (digits) =>
    `+${digits[0]} (${digits.slice(1, 4)}) ${digits.slice(4, 7)}-${digits.slice(7)}`,
};

for (const [spelling, write] of Object.entries(SPELLINGS)) {
  test(`200: with a number ${spelling} there is a pairing code, which links the phone`, async () => {
    const name = `paired ${spelling}`;
    const number = newNumber();
    await gateway.whatsapp.phone(number);
    await newInstance(gateway, name);
    const { pairingCode } = await connect(name, write(number));
    assert.match(String(pairingCode), /^[0-9A-Z]{8}$/);
    await linkByPhone(gateway, name, number, { pairingCode });
  });
}

test('200: a number that comes while a QR code is on show brings the pairing code too', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  await newInstance(gateway, 'late');
  const { code } = await connect('late');
  const later = await connect('late', number);
  assert.equal(later.code, code);
  await linkByPhone(gateway, 'late', number, { pairingCode: later.pairingCode });
});

test('200: by POST, with the number in the body', async () => {
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  await newInstance(gateway, 'posted');
  const { body } = await call(gateway, 'POST', '/instance/connect/posted').send({ number }).expect(200);
  await linkByPhone(gateway, 'posted', number, { pairingCode: body.pairingCode });
});

test('400: a number that is none', async () => {
  for (const number of ['abc', '120363000000000000@g.us']) {
    const response = await call(gateway, 'GET', `/instance/connect/shop?number=${number}`);
    assertRefused(response, 400, [`"${number}" is not a phone number with its country code`]);
  }
});

test('400: a number that is too long', async () => {
  const response = await call(gateway, 'GET', `/instance/connect/shop?number=${'5'.repeat(101)}`);
  assertRefused(response, 400, ['query.number must have at most 100 characters']);
});

test('504: WhatsApp says nothing', async () => {
  assertRefused(await unanswered, 504, [
    'WhatsApp did not answer in time',
    'The session goes on trying to connect',
  ]);
});
