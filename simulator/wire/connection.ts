import { proto } from '@whiskeysockets/baileys';
import type { WebSocket } from 'ws';
import type { Companion } from '../accounts/companion.ts';
import type { Faults } from '../faults.ts';
import type { Registration } from '../pairing/registration.ts';
import { report } from '../problem.ts';
import { forgedIdentity, type ServerIdentity } from './certificate.ts';
import { createFrameReader, encodeFrame } from './frames.ts';
import { createHandshake } from './handshake.ts';
import { type BinaryNode, decodeStanza, encodeStanza } from './nodes.ts';
import type { Transport } from './noise.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** A client past its handshake: it is pairing (`registration`), logged in (`companion`), or refused. */
export type Connection = {
  readonly clientStatic: Buffer;
  registration: Registration | undefined;
  companion: Companion | undefined;
  send(stanza: BinaryNode): void;
  /** Sends a last stanza and closes in good order. */
  end(last: BinaryNode): void;
  /** Drops the TCP connection. */
  terminate(): void;
};

export type ConnectionEvents = {
  opened(connection: Connection, payload: proto.ClientPayload): void;
  received(connection: Connection, stanza: BinaryNode): void;
  closed(connection: Connection): void;
};

/** Serves one WebSocket: handshake, then stanzas. Whatever throws drops that connection only. */
export function accept(
  socket: WebSocket,
  identity: ServerIdentity,
  faults: Faults,
  events: ConnectionEvents,
): void {
  const outbox = createOutbox(() => faults.latencyMs);
  const write: Write = (makeFrame) =>
    outbox.put(() => {
      if (socket.readyState === socket.OPEN && !faults.silent) socket.send(encodeFrame(makeFrame()));
    });
  let connection: Connection | undefined;
  let onFrame = createHandshake(
    faults.forgeCertificate ? forgedIdentity(identity) : identity,
    (frame) => write(() => frame),
    ({ clientStatic, payload, transport }) => {
      const opened = createConnection(socket, outbox, write, clientStatic, transport);
      connection = opened;
      onFrame = (frame) => {
        const stanza = decodeStanza(transport.open(frame)); // even if silent, for frames are counted
        if (!faults.silent) events.received(opened, stanza);
      };
      events.opened(opened, proto.ClientPayload.decode(payload));
    },
  );
  readFrames(socket, (frame) => onFrame(frame));
  socket.on('close', () => {
    outbox.clear();
    if (connection) events.closed(connection);
  });
}

/** Puts a frame in the outbox; it is made only when it goes out, for frames are counted in that order. */
type Write = (makeFrame: () => Buffer) => void;

function createConnection(
  socket: WebSocket,
  outbox: Outbox,
  write: Write,
  clientStatic: Buffer,
  transport: Transport,
): Connection {
  const send = (stanza: BinaryNode) => write(() => transport.seal(encodeStanza(stanza)));
  return {
    clientStatic,
    registration: undefined,
    companion: undefined,
    send,
    end: (last) => {
      send(last);
      outbox.put(() => socket.close());
    },
    terminate: () => socket.terminate(),
  };
}

function readFrames(socket: WebSocket, onFrame: (frame: Buffer) => void): void {
  const read = createFrameReader(onFrame);
  socket.on('message', (data: Buffer) => {
    try {
      read(data);
    } catch (error) {
      report('connection', error);
      socket.terminate();
    }
  });
  socket.on('error', () => socket.terminate()); // a client that vanished; 'close' follows
}
