import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type TestContext, test } from 'node:test';
import { createAddressPolicy } from '../../server/outbound/addresses.ts';
import { OutboundRefused } from '../../server/outbound/guard.ts';
import { createOutbound, type Outbound } from '../../server/outbound/outbound.ts';
import { listen } from '../delivery/receiver.ts';

test('public addresses are allowed, all others are not, whatever their notation', () => {
  const policy = createAddressPolicy([]);
  for (const address of ['93.184.216.34', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8', '172.32.0.1']) {
    assert.equal(policy.allowsAddress(address), true, address);
  }
  const refused = [
    ...['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe'],
    ...['::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'not an address'],
  ];
  for (const address of refused) assert.equal(policy.allowsAddress(address), false, address);
});

test('the list adds addresses, ranges, names, or everything', () => {
  const policy = createAddressPolicy([' 10.0.0.0/8', '192.168.1.1', 'fd00::/8', 'Minio', '']);
  for (const address of ['10.1.1.1', '::ffff:10.1.1.1', '192.168.1.1', 'fd00::1', '8.8.8.8']) {
    assert.equal(policy.allowsAddress(address), true, address);
  }
  for (const address of ['192.168.1.2', '127.0.0.1'])
    assert.equal(policy.allowsAddress(address), false, address);
  assert.deepEqual([policy.allowsHost('minio'), policy.allowsHost('other')], [true, false]);
  const everything = createAddressPolicy(['private']);
  assert.deepEqual([everything.allowsHost('other'), everything.allowsAddress('127.0.0.1')], [true, true]);
  assert.throws(() => createAddressPolicy(['10.0.0.0/99']));
  assert.throws(() => createAddressPolicy(['host/8']));
});

test('a URL that leads inside is refused, with the setting that would allow it', async (t) => {
  const { outbound, port, requests } = await setUp(t, []);
  const urls = [
    `http://127.0.0.1:${port}/`,
    `http://2130706433:${port}/`,
    `http://0x7f.1:${port}/`,
    `http://[::1]:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://localhost:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
  ];
  for (const url of urls) {
    await assert.rejects(outbound.check(url), { name: 'OutboundRefused', message: /OUTBOUND_ALLOW=/ }, url);
    await assert.rejects(outbound.request(url), { name: 'OutboundRefused', message: /OUTBOUND_ALLOW=/ }, url);
  }
  assert.deepEqual(requests, []);
});

test('what is no plain http URL is refused', async (t) => {
  const { outbound } = await setUp(t, ['private']);
  const urls = ['', 'vazio', 'ftp://h.test/', 'file:///etc/passwd'];
  for (const url of urls) {
    await assert.rejects(outbound.check(url), OutboundRefused, url);
    await assert.rejects(outbound.request(url), OutboundRefused, url);
  }
});

test('names and addresses of the list are let through', async (t) => {
  for (const allow of [['localhost'], ['127.0.0.0/8', '::1'], ['private']]) {
    const { outbound, port } = await setUp(t, allow);
    const url = `http://localhost:${port}/ok`;
    await outbound.check(url);
    assert.equal(await status(outbound, url), 200);
  }
});

test('a redirect is followed through the same guard', async (t) => {
  const { outbound, port, requests } = await setUp(t, ['localhost']);
  const start = `http://localhost:${port}`;
  assert.equal(await status(outbound, `${start}/to/%2Fok`), 200);
  const inside = encodeURIComponent(`http://127.0.0.1:${port}/ok`);
  await assert.rejects(outbound.request(`${start}/to/${inside}`), OutboundRefused);
  await assert.rejects(outbound.request(`${start}/to/${encodeURIComponent('file:///x')}`), OutboundRefused);
  await assert.rejects(outbound.request(`${start}/loop`), {
    name: 'OutboundRefused',
    message: /5 redirects/,
  });
  assert.equal(requests.filter((line) => line.includes('/loop')).length, 6);
});

test('a POST stays a POST with its body over a redirect, but for 303', async (t) => {
  const { outbound, port, requests } = await setUp(t, ['private']);
  const post = { method: 'POST', body: 'x', headers: { authorization: 'a', 'x-own': 'b' } } as const;
  for (const code of [301, 302, 307, 308, 303]) {
    await status(outbound, `http://localhost:${port}/to/%2Fok?code=${code}`, post);
  }
  await status(
    outbound,
    `http://localhost:${port}/to/${encodeURIComponent(`http://127.0.0.1:${port}/ok`)}`,
    post,
  );
  const arrived = requests.filter((line) => line.includes(' /ok'));
  const same = Array(4).fill('POST /ok x a b');
  assert.deepEqual(arrived, [...same, 'GET /ok  a b', 'POST /ok x undefined b']);
});

test('a login in the URL is sent as a header, to the server it is meant for', async (t) => {
  const { outbound, port, requests } = await setUp(t, ['private']);
  const basic = (login: string) => `Basic ${Buffer.from(login).toString('base64')}`;
  const other = encodeURIComponent(`http://127.0.0.1:${port}/ok`);
  const own = { headers: { authorization: 'own' } };
  await status(outbound, `http://ana:p%40ss%2F%zz@localhost:${port}/ok`);
  await status(outbound, `http://ana@localhost:${port}/to/%2Fok`);
  await status(outbound, `http://ana:pass@localhost:${port}/to/${other}`);
  await status(outbound, `http://ana:pass@localhost:${port}/ok`, own);
  const arrived = requests.filter((line) => line.includes(' /ok')).map((line) => line.split('  ')[1]);
  const sent = [basic('ana:p@ss/%zz'), basic('ana:'), undefined, 'own'];
  assert.deepEqual(
    arrived,
    sent.map((value) => `${value} undefined`),
  );
  const elsewhere = encodeURIComponent(`http://ana:pass@127.0.0.1:${port}/ok`);
  await assert.rejects(outbound.request(`http://localhost:${port}/to/${elsewhere}`), OutboundRefused);
});

async function status(outbound: Outbound, ...request: Parameters<Outbound['request']>): Promise<number> {
  const { statusCode, body } = await outbound.request(...request);
  await body.dump();
  return statusCode;
}

/** `/to/<url>?code=` redirects there, `/loop` to itself; all else answers 200. */
async function setUp(t: TestContext, allow: string[]) {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += chunk;
    const { authorization, 'x-own': own } = request.headers;
    requests.push(`${request.method} ${pathname} ${body} ${authorization} ${own}`);
    const to = pathname === '/loop' ? '/loop' : pathname.match(/^\/to\/(.*)/)?.[1];
    if (!to) return response.end('ok');
    const location = decodeURIComponent(to);
    return response.writeHead(Number(searchParams.get('code') ?? 302), { location }).end();
  });
  const port = new URL(await listen(t, server)).port;
  const outbound = createOutbound({ allow });
  t.after(() => outbound.close());
  return { outbound, port, requests };
}
