import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { updateInstance } from '../../server/store/instances.ts';
import { startReceiver } from './receiver.ts';
import { startGateway } from './webhook-gateway.ts';

test('an event arrives as the contract shows it', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t, { tokenOf: async (id) => `token of ${id}` });
  const id = await gateway.addShop('shop', { url: `${receiver.url}/hook?a=1`, headers: { 'X-Own': 'v' } });
  await updateInstance(gateway.db, id, { owner_jid: '5511988887777@s.whatsapp.net' });
  await gateway.emit(id, 1);

  const [request] = await receiver.until(1);
  assert.deepEqual([request?.method, request?.url], ['POST', '/hook?a=1']);
  const { date_time: dateTime, id: eventId, ...body } = request?.body ?? assert.fail();
  assert.deepEqual(body, {
    sequence: 1,
    event: 'qrcode.updated',
    instance: 'shop',
    data: { message: '1', statusCode: 500 },
    destination: `${receiver.url}/hook?a=1`,
    sender: '5511988887777@s.whatsapp.net',
    server_url: 'https://gw.test',
    apikey: `token of ${id}`,
  });
  assert.equal(new Date(dateTime).toISOString(), dateTime);
  const { headers } = request ?? assert.fail();
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers['user-agent'], 'Zapgate/test');
  assert.equal(headers['x-own'], 'v');
  assert.match(eventId, /^[0-9a-f-]{36}$/);
  assert.equal(headers['x-delivery-id'], eventId);
  await gateway.stop();
  assert.deepEqual(
    (await gateway.deliveries()).map(({ state }) => state),
    ['delivered'],
  );
});

test('byEvents posts below the URL, before its query', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const id = await gateway.addShop('shop', { url: `${receiver.url}/hook/?a=1`, by_events: 1 });
  await gateway.emit(id, 1);
  const [request] = await receiver.until(1);
  assert.equal(request?.url, '/hook/qrcode-updated?a=1');
  assert.equal(request?.body.destination, `${receiver.url}/hook/?a=1`);
});

test('a login in the URL is sent as a header, and stands nowhere else', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const url = receiver.url.replace('://', '://ana:pass@');
  const id = await gateway.addShop('shop', { url: `${url}/hook` });
  await gateway.emit(id, 1);
  const [request] = await receiver.until(1);
  const login = Buffer.from('ana:pass').toString('base64');
  assert.equal(request?.headers.authorization, `Basic ${login}`);
  assert.equal(request?.body.destination, `${receiver.url}/hook`);
});

test('a jwt_key signs the request and is not sent itself; the connection stays ours', async (t) => {
  const receiver = await startReceiver(t);
  const gateway = await startGateway(t);
  const headers = {
    jwt_key: 'secret',
    Host: 'evil.test',
    'Content-Length': '1',
    'Transfer-Encoding': 'chunked',
  };
  const id = await gateway.addShop('shop', { url: receiver.url, headers });
  await gateway.emit(id, 1);
  const [request] = await receiver.until(1);
  assert.equal(request?.headers.jwt_key, undefined);
  assert.equal(`http://${request?.headers.host}`, receiver.url);
  const [head, claims, signature] = String(request?.headers.authorization).replace('Bearer ', '').split('.');
  const expected = createHmac('sha256', 'secret').update(`${head}.${claims}`).digest('base64url');
  assert.equal(signature, expected);
  const { iat, exp, ...rest } = JSON.parse(Buffer.from(claims ?? '', 'base64url').toString());
  assert.equal(exp - iat, 600);
  assert.deepEqual(rest, { app: 'evolution', action: 'webhook' });
});
