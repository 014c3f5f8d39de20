import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { type TestProxy, testProxy } from './proxy-server.ts';

interface HttpProxyOptions {
  /** `user:password`; without it, anybody is let in. */
  login?: string;
  /** PEM; with it, the proxy itself is spoken to by TLS. */
  tls?: { cert: string; key: string };
}

/** An http or https proxy that opens tunnels by CONNECT. */
export async function startHttpProxy({ login, tls }: HttpProxyOptions = {}): Promise<TestProxy> {
  const expected = login && `Basic ${Buffer.from(login).toString('base64')}`;
  const server = tls ? createTlsServer(tls) : createServer();
  const proxy = await testProxy(server);
  server.on('connect', ({ url = '', headers }, client) => {
    if (expected && headers['proxy-authorization'] !== expected) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    proxy.tunnel(client, target, url);
  });
  return proxy;
}
