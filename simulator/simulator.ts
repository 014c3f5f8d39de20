import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { createControlApp } from './control/app.ts';
import { noFaults } from './faults.ts';
import { greet, leave } from './login.ts';
import { startMediaHost } from './media/media-host.ts';
import { type Addressings, createNetwork, type Network } from './network.ts';
import { receiveStanza } from './stanzas/receive.ts';
import { accept } from './wire/connection.ts';
import { createImpostor } from './wire/impostor.ts';

export type SimulatorOptions = Partial<Addressings> & {
  /** 0 for any free port. */
  port: number;
  host: string;
};

export type Simulator = {
  /** Base URL of the control API. */
  readonly url: string;
  /** What clients connect to (`waWebSocketUrl`). */
  readonly socketUrl: string;
  stop(): Promise<void>;
};

const SOCKET_PATH = '/ws/chat';
const MAX_MESSAGE = 64 * 1024 * 1024;

function serveClients(network: Network): WebSocketServer {
  const impostor = createImpostor(network.identity);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE, perMessageDeflate: false });
  sockets.on('connection', (socket) => {
    const identity = network.faults.wrongCertificate ? impostor : network.identity;
    accept(socket, identity, network.faults, {
      opened: (connection, payload) => greet(network, connection, payload),
      received: (connection, stanza) => receiveStanza(network, connection, stanza),
      closed: (connection) => leave(network, connection),
    });
  });
  return sockets;
}

function upgrade(network: Network, sockets: WebSocketServer) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isChat = request.url?.split('?')[0] === SOCKET_PATH;
    const refusal = isChat ? network.faults.refuseUpgrade : 404;
    if (refusal) return socket.end(`HTTP/1.1 ${refusal} Refused\r\nConnection: close\r\n\r\n`);
    return sockets.handleUpgrade(request, socket, head, (client) =>
      sockets.emit('connection', client, request),
    );
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Starts a simulated WhatsApp: chat socket and control API on one port, the media host on another. */
export async function startSimulator({
  port,
  host,
  addressing = 'mirror',
  groupAddressing = 'lid',
}: SimulatorOptions): Promise<Simulator> {
  const faults = noFaults();
  const media = await startMediaHost(host, faults);
  const network = createNetwork(media, faults, { addressing, groupAddressing });
  const sockets = serveClients(network);
  const server = createServer();
  server.on('upgrade', upgrade(network, sockets));
  const authority = `${host}:${await listen(server, port, host)}`;
  const socketUrl = `ws://${authority}${SOCKET_PATH}`;
  server.on('request', createControlApp(network, socketUrl));
  return {
    url: `http://${authority}`,
    socketUrl,
    stop: async () => {
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), media.stop()]);
    },
  };
}
