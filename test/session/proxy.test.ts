import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, request } from 'node:https';
import { type AddressInfo, createServer as createSilentServer, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import tls from 'node:tls';
import { WebSocketServer } from 'ws';
import { probe } from '../../server/session/proxy/probe.ts';
import type { ProxySettings } from '../../server/session/proxy/proxies.ts';
import { createRoute } from '../../server/session/proxy/route.ts';
import { createTlsCertificate } from '../../simulator/media/tls-certificate.ts';
import { startHttpProxy } from '../support/http-proxy.ts';
import type { TestProxy } from '../support/proxy-server.ts';
import { startSocksProxy } from '../support/socks-proxy.ts';

/** Characters that mean something in URLs. */
const LOGIN = { username: 'us er', password: 'p@ss:w/ord%41' };
const login = `${LOGIN.username}:${LOGIN.password}`;

const certificate = createTlsCertificate(['127.0.0.1']);
const started: { stop(): Promise<void> }[] = [];
let socketUrl: string;
let mediaUrl: string;

before(async () => {
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate.cert]);
  const chat = createHttpServer();
  const sockets = new WebSocketServer({ server: chat, path: '/ws/chat' });
  sockets.on('error', () => undefined);
  socketUrl = `ws://127.0.0.1:${await listen(chat)}/ws/chat`;
  const media = createServer(certificate, async (incoming, response) => {
    response.end(`got ${(await incoming.toArray()).join('')}`);
  });
  mediaUrl = `https://127.0.0.1:${await listen(media)}`;
  started.push(stopping(chat), stopping(media));
});
after(() => Promise.all(started.map((server) => server.stop())));

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const stopping = (server: Server & { closeAllConnections?(): void }) => ({
  async stop() {
    server.closeAllConnections?.();
    await new Promise((resolve) => server.close(resolve));
  },
});

const KINDS: Record<string, [ProxySettings['protocol'], () => Promise<TestProxy>, Partial<ProxySettings>]> = {
  http: ['http', () => startHttpProxy(), {}],
  'http with a login': ['http', () => startHttpProxy({ login }), LOGIN],
  'https with a login': ['https', () => startHttpProxy({ login, tls: certificate }), LOGIN],
  socks4: ['socks4', () => startSocksProxy(), {}],
  socks5: ['socks5', () => startSocksProxy(), {}],
  'socks5 with a login': ['socks5', () => startSocksProxy(login), LOGIN],
};

for (const [name, [protocol, start, more]] of Object.entries(KINDS)) {
  test(`${name}: sockets, uploads and downloads go by the proxy`, async () => {
    const proxy = await start();
    started.push(proxy);
    const settings = { protocol, host: proxy.host, port: proxy.port, username: '', password: '', ...more };
    await probe(settings, socketUrl);
    assert.deepEqual(proxy.tunnels, [new URL(socketUrl).host]);
    const route = createRoute(settings);
    try {
      assert.equal(await upload(route.agent), 'got media');
      const { dispatcher } = route;
      assert.equal(await (await fetch(mediaUrl, { dispatcher })).text(), 'got ');
    } finally {
      route.close();
    }
    assert.deepEqual(proxy.tunnels.slice(1), [new URL(mediaUrl).host, new URL(mediaUrl).host]);
  });
}

async function upload(agent: ReturnType<typeof createRoute>['agent']): Promise<string> {
  const posted = request(mediaUrl, { agent, method: 'POST' }).end('media');
  const [response] = await once(posted, 'response');
  return (await response.toArray()).join('');
}

const FAILURES: Record<string, () => Promise<ProxySettings>> = {
  'a wrong password': async () => {
    const proxy = await startHttpProxy({ login });
    started.push(proxy);
    return { protocol: 'http', ...proxy, ...LOGIN, password: 'p@ss' };
  },
  'a wrong password at socks5': async () => {
    const proxy = await startSocksProxy(login);
    started.push(proxy);
    return { protocol: 'socks5', ...proxy, ...LOGIN, password: 'p@ss' };
  },
  'a port on which nobody listens': async () => {
    const proxy = await startHttpProxy();
    await proxy.stop();
    return { protocol: 'http', ...proxy, ...LOGIN };
  },
  'a proxy that never answers': async () => {
    const silent = createSilentServer();
    const port = await listen(silent);
    started.push({ stop: async () => void silent.close() });
    return { protocol: 'http', host: '127.0.0.1', port: String(port), ...LOGIN };
  },
};

for (const [name, start] of Object.entries(FAILURES)) {
  test(`${name}: WhatsApp is not reached, and the reason does not tell the password`, async () => {
    const proxy = await start();
    await assert.rejects(probe(proxy, socketUrl, 500), (error: Error) => {
      assert.doesNotMatch(`${error.stack}${JSON.stringify(error)}`, /p@ss|p%40ss/);
      return true;
    });
  });
}

test('what answers but opens no WebSocket is not WhatsApp', async () => {
  const proxy = await startHttpProxy();
  started.push(proxy);
  const settings = { protocol: 'http' as const, ...proxy, username: '', password: '' };
  await assert.rejects(probe(settings, socketUrl.replace('/chat', '/else')), /The answer was 400/);
});
