import { Boom } from '@hapi/boom';
import { DisconnectReason, type WASocket } from '@whiskeysockets/baileys';

/**
 * Ends a socket that does not get through to WhatsApp: `ms` for the connection, and as long for the first answer.
 * Baileys' own time limit for this is one for each frame that is ever sent as well, and makes two errors with
 * their stacks for a frame, though it was sent at once.
 */
export function endUnlessHeard(socket: WASocket, ms: number): void {
  const { timedOut: statusCode } = DisconnectReason;
  const giveUp = () => socket.end(new Boom('WhatsApp does not answer', { statusCode }));
  const timer = setTimeout(() => void giveUp(), ms);
  socket.ws.once('open', () => timer.refresh());
  socket.ws.once('frame', () => clearTimeout(timer));
  socket.ev.on('connection.update', ({ connection }) => {
    if (connection === 'close') clearTimeout(timer);
  });
}
