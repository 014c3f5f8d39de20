import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { ApiError, type ConnectionUpdateData } from '../../../clients/typescript/src/index.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { linkedInstance, newInstance, newNumber } from '../../support/linked-instance.ts';

let gateway: TestGateway;

before(async () => {
  gateway = await startTestGateway();
});
afterEach(() => gateway.whatsapp.request('DELETE', '/faults'));
after(() => gateway.stop());

test('a server whose certificate is not signed by the trusted root is not talked to', async () => {
  await newInstance(gateway, 'impostor');
  await gateway.whatsapp.faults({ forgeCertificate: true });
  const refused = gateway.nextEvent(({ type, instance_name, data }) => {
    const { statusReason } = data as ConnectionUpdateData;
    return type === 'connection.update' && instance_name === 'impostor' && statusReason === 400;
  });
  const connecting = gateway.client.instance.connectInstance({ instance: 'impostor' });
  await refused;
  await gateway.whatsapp.request('DELETE', '/faults');
  assert.ok('code' in (await connecting), 'an honest server is talked to again');
});

test('a phone that signs the new device wrongly does not link it', async () => {
  await newInstance(gateway, 'mislinked');
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  const shown = await gateway.client.instance.connectInstance({ instance: 'mislinked' });
  assert.ok('code' in shown);
  await gateway.whatsapp.faults({ forgeLink: true });
  const { status } = await gateway.whatsapp.request('POST', `/phones/${number}/link`, { qr: shown.code });
  assert.notEqual(status, 200);
  await gateway.whatsapp.request('DELETE', '/faults');
  const { instance } = await gateway.client.instance.connectionState({ instance: 'mislinked' });
  assert.notEqual(instance.state, 'open');
});

test('nothing is encrypted for a pre-key that its owner has not signed', async () => {
  const { name } = await linkedInstance(gateway, 'careful');
  const number = newNumber();
  await gateway.whatsapp.phone(number);
  await gateway.whatsapp.faults({ forgePreKeys: true });
  const send = () => gateway.client.message.sendText({ instance: name, body: { number, text: 'for you' } });
  await assert.rejects(send(), (error) => {
    assert.ok(error instanceof ApiError);
    assert.match(JSON.stringify(error.body), /Invalid signature/);
    return error.status === 400;
  });
  await gateway.whatsapp.request('DELETE', '/faults');
  await send();
});
