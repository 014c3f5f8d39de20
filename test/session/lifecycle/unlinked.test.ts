import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { assertOver, assertReceives, devicesOf, opened, QUICK, tells, told } from '../../support/life.ts';
import { linkedInstance, newInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway({}, undefined, QUICK);
});
after(() => gateway.stop());

/** The session is over, WhatsApp is left alone, and a connect begins with a QR code. */
async function assertLoggedOut(name: string, code: number): Promise<void> {
  await tells(gateway, name, `close ${code}`);
  await gateway.event(({ type, instance_name }) => type === 'logout.instance' && instance_name === name);
  await assertOver(gateway, name, code);
  const before = told(gateway, name).length;
  const qr = await gateway.client.instance.connectInstance({ instance: name });
  assert.ok('code' in qr);
  assert.deepEqual(told(gateway, name).slice(before), ['connecting 200']);
}

const FAULTS: Record<string, [code: number, unlink: (number: string) => Promise<unknown>]> = {
  'unlinked at the phone while connected (401)': [
    401,
    (number) => gateway.whatsapp.request('POST', `/phones/${number}/unlink`),
  ],
  'unlinked at the phone while away (401)': [
    401,
    async (number) => {
      await gateway.whatsapp.faults({ refuseUpgrade: 503, disconnect: { number } });
      await gateway.whatsapp.request('POST', `/phones/${number}/unlink`);
      await gateway.whatsapp.faults({ refuseUpgrade: 0 });
    },
  ],
  'a 401 without a word': [401, (number) => gateway.whatsapp.faults({ streamError: { code: 401, number } })],
  'banned (403)': [
    403,
    (number) => gateway.whatsapp.faults({ disconnect: { number }, failLogin: 403, failLoginTimes: 1 }),
  ],
  'not a linked device any more (411)': [
    411,
    (number) => gateway.whatsapp.faults({ streamError: { code: 411, number } }),
  ],
};

for (const [fault, [code, unlink]] of Object.entries(FAULTS)) {
  test(`${fault}: the session ends, and forgets its credentials`, async () => {
    const { number } = await linkedInstance(gateway, fault);
    await unlink(number);
    await assertLoggedOut(fault, code);
  });
}

test('a phone can link again what it has unlinked', async () => {
  const { number } = await linkedInstance(gateway, 'again');
  await gateway.whatsapp.request('POST', `/phones/${number}/unlink`);
  await tells(gateway, 'again', 'close 401');
  const qr = await gateway.client.instance.connectInstance({ instance: 'again' });
  await gateway.whatsapp.request('POST', `/phones/${number}/link`, { qr: 'code' in qr ? qr.code : '' });
  await opened(gateway, 'again', 2);
  await assertReceives(gateway, 'again', number);
});

/** Lets a phone link while WhatsApp refuses so many of the logins that follow. */
async function linkWithRefusals(name: string, failLoginTimes: number): Promise<string> {
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  await newInstance(gateway, name);
  const qr = await gateway.client.instance.connectInstance({ instance: name });
  await gateway.whatsapp.faults({ failLogin: 401, failLoginTimes });
  await gateway.whatsapp.request('POST', `/phones/${number}/link`, { qr: 'code' in qr ? qr.code : '' });
  return number;
}

test('a stray 401 right after linking is not believed', async () => {
  const number = await linkWithRefusals('stray', 1);
  await opened(gateway, 'stray', 1);
  assert.deepEqual(told(gateway, 'stray'), ['connecting 200', 'connecting 401', 'open 200']);
  assert.equal(await devicesOf(gateway, number), 1);
  await assertReceives(gateway, 'stray', number);
});

test('a second 401 right after linking is believed', async () => {
  await linkWithRefusals('twice', 2);
  await assertLoggedOut('twice', 401);
});
