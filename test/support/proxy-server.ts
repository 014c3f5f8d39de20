import type { AddressInfo, Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A proxy on this machine. */
export interface TestProxy {
  host: string;
  port: string;
  /** `host:port` of everything it has opened a tunnel to, in order. */
  tunnels: string[];
  /** How many tunnels are open now. */
  open(): number;
  /** Joins the two, and notes it. */
  tunnel(client: Duplex, target: Socket, name: string): void;
  stop(): Promise<void>;
}

export async function testProxy(server: Server): Promise<TestProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Duplex>();
  const clients = new Set<Duplex>();
  const keep = (kept: Set<Duplex>, socket: Duplex): void => {
    kept.add(socket);
    socket.on('error', () => socket.destroy()).once('close', () => kept.delete(socket));
  };
  server.on('connection', (socket) => keep(sockets, socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host: '127.0.0.1',
    port: String((server.address() as AddressInfo).port),
    tunnels,
    open: () => clients.size,
    tunnel(client, target, name) {
      tunnels.push(name);
      keep(clients, client);
      keep(sockets, target);
      client.pipe(target).pipe(client);
      client.once('close', () => target.destroy());
      target.once('close', () => client.destroy());
    },
    async stop() {
      const stopped = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await stopped;
    },
  };
}
