import { proto } from '@whiskeysockets/baileys';
import type { ServerIdentity } from './certificate.ts';
import { createResponder, type Finished } from './noise.ts';

/**
 * The server's side of the handshake, frame by frame: the client's hello is answered, its finish ends it.
 * @param reply sends a frame to the client
 * @param done gets the outcome; the frames after that belong to the transport
 */
export function createHandshake(
  identity: ServerIdentity,
  reply: (frame: Buffer) => void,
  done: (outcome: Finished) => void,
): (frame: Buffer) => void {
  const responder = createResponder(identity);
  let greeted = false;
  return (frame) => {
    const { clientHello, clientFinish } = proto.HandshakeMessage.decode(frame);
    if (greeted) {
      done(
        responder.finish(Buffer.from(clientFinish?.static ?? []), Buffer.from(clientFinish?.payload ?? [])),
      );
      return;
    }
    greeted = true;
    const serverHello = responder.hello(Buffer.from(clientHello?.ephemeral ?? []));
    reply(Buffer.from(proto.HandshakeMessage.encode({ serverHello }).finish()));
  };
}
