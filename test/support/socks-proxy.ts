import { connect, createServer, type Socket } from 'node:net';
import { type TestProxy, testProxy } from './proxy-server.ts';

/** A SOCKS proxy of either version (RFC 1928, 1929), for connections to IPv4 addresses and names. */
export async function startSocksProxy(login?: string): Promise<TestProxy> {
  const server = createServer();
  const proxy = await testProxy(server);
  server.on('connection', (client) => {
    serve(client, login, proxy).catch(() => client.destroy());
  });
  return proxy;
}

async function serve(client: Socket, login: string | undefined, proxy: TestProxy): Promise<void> {
  const hello = await chunk(client);
  if (hello[0] === 4) {
    const host = hello.subarray(4, 8).join('.');
    return join(client, host, hello.readUInt16BE(2), Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]), proxy);
  }
  client.write(Buffer.from([5, login ? 2 : 0]));
  if (login && !(await isWelcome(client, login))) return;
  const request = await chunk(client);
  const nameLength = request[4] ?? 0;
  const isName = request[3] === 3;
  const host = isName ? request.subarray(5, 5 + nameLength).toString() : request.subarray(4, 8).join('.');
  const port = request.readUInt16BE(isName ? 5 + nameLength : 8);
  return join(client, host, port, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]), proxy);
}

async function isWelcome(client: Socket, login: string): Promise<boolean> {
  const given = await chunk(client);
  const nameEnd = 2 + (given[1] ?? 0);
  const user = given.subarray(2, nameEnd).toString();
  const matches = `${user}:${given.subarray(nameEnd + 1).toString()}` === login;
  client.write(Buffer.from([1, matches ? 0 : 1]));
  if (!matches) client.end();
  return matches;
}

async function join(client: Socket, host: string, port: number, reply: Buffer, proxy: TestProxy) {
  const target = connect(port, host, () => client.write(reply));
  proxy.tunnel(client, target, `${host}:${port}`);
}

/** Each message of the handshake comes in one piece on this machine. */
function chunk(client: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    client.once('error', reject).once('data', (data) => {
      client.pause().removeListener('error', reject);
      resolve(Buffer.from(data));
    });
    client.resume();
  });
}
