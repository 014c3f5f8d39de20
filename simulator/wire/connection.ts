import { proto } from '@whiskeysockets/baileys';
import type { WebSocket } from 'ws';
import type { Companion } from '../accounts/companion.ts';
import type { Faults } from '../faults.ts';
import type { Registration } from '../pairing/registration.ts';
import { report } from '../problem.ts';
import type { ServerIdentity } from './certificate.ts';
import { createFrameReader, encodeFrame } from './frames.ts';
import { type BinaryNode, decodeStanza, encodeStanza } from './nodes.ts';
import { createResponder, type Finished } from './noise.ts';
import { createOutbox } from './outbox.ts';

/** A client socket whose handshake is done. It is pairing (`registration`), logged in (`companion`), or refused. */
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
  const responder = createResponder(identity);
  const outbox = createOutbox(() => faults.latencyMs);
  let connection: Connection | undefined;

  const write = (make: () => Buffer) =>
    outbox.put(() => {
      if (socket.readyState === socket.OPEN && !faults.silent) socket.send(encodeFrame(make()));
    });

  const open = ({ clientStatic, transport }: Finished): Connection => ({
    clientStatic,
    registration: undefined,
    companion: undefined,
    send: (stanza) => write(() => transport.seal(encodeStanza(stanza))),
    end(last) {
      this.send(last);
      outbox.put(() => socket.close());
    },
    terminate: () => socket.terminate(),
  });

  const greet = (frame: Buffer) => {
    const { clientHello } = proto.HandshakeMessage.decode(frame);
    const serverHello = responder.hello(Buffer.from(clientHello?.ephemeral ?? []));
    write(() => Buffer.from(proto.HandshakeMessage.encode({ serverHello }).finish()));
    onFrame = finish;
  };
  const finish = (frame: Buffer) => {
    const { clientFinish } = proto.HandshakeMessage.decode(frame);
    const finished = responder.finish(
      Buffer.from(clientFinish?.static ?? []),
      Buffer.from(clientFinish?.payload ?? []),
    );
    const opened = open(finished);
    connection = opened;
    onFrame = (next) => {
      const stanza = decodeStanza(finished.transport.open(next));
      if (!faults.silent) events.received(opened, stanza);
    };
    events.opened(opened, proto.ClientPayload.decode(finished.payload));
  };
  let onFrame = greet;

  const read = createFrameReader((frame) => onFrame(frame));
  socket.on('message', (data: Buffer) => {
    try {
      read(data);
    } catch (error) {
      report('connection', error);
      socket.terminate();
    }
  });
  socket.on('error', () => socket.terminate()); // a client that vanished; 'close' follows
  socket.on('close', () => {
    outbox.clear();
    if (connection) events.closed(connection);
  });
}
