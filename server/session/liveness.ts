import { type BinaryNode, S_WHATSAPP_NET, type WASocket } from '@whiskeysockets/baileys';
import type { InstanceHealth } from '../generated/index.ts';
import type { DecryptionCount } from './decryption-count.ts';
import { createQueryWatch } from './query-watch.ts';
import type { Timing } from './timing.ts';

/** Notices when an open socket has gone deaf: nothing comes any more, or queries get no answers. */
export interface Liveness {
  health(): InstanceHealth;
  /** Looks after the socket from now on. @param onDeaf called with the reason when it has to be replaced */
  start(onDeaf: (reason: Error) => void): void;
  stop(): void;
}

/** Queries that got no answer in a row, after which pings may be answered as they like: it is deaf. */
const UNANSWERED_IN_A_ROW = 3;

const PING: BinaryNode = {
  tag: 'iq',
  attrs: { to: S_WHATSAPP_NET, type: 'get', xmlns: 'w:p' },
  content: [{ tag: 'ping', attrs: {} }],
};

export function createLiveness(socket: WASocket, timing: Timing, decryptions: DecryptionCount): Liveness {
  const queries = createQueryWatch(socket.ws, timing.unansweredMs);
  let frames = 0;
  let lastFrameAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  let pinging = false;
  socket.ws.on('frame', () => {
    frames += 1;
    lastFrameAt = Date.now();
  });

  const isDeaf = (): boolean => queries.unanswered() >= UNANSWERED_IN_A_ROW;
  const isSuspect = (): boolean => queries.overdue() || Date.now() - lastFrameAt > timing.silenceMs;

  /** Whatever comes after the ping is a sign of life, were it an error; a socket that closes says why itself. */
  const isHeard = async (): Promise<boolean> => {
    const before = frames;
    pinging = true;
    const attrs = { ...PING.attrs, id: socket.generateMessageTag() };
    await socket.query({ ...PING, attrs }, timing.pingMs).catch(() => undefined);
    pinging = false;
    return frames > before || !socket.ws.isOpen;
  };

  const look = async (onDeaf: (reason: Error) => void): Promise<void> => {
    if (isDeaf()) return onDeaf(new Error('WhatsApp answers no queries'));
    if (!pinging && isSuspect() && !(await isHeard()) && timer)
      onDeaf(new Error('WhatsApp has fallen silent'));
  };

  return {
    health: () => ({
      status: isDeaf() ? 'deaf' : decryptions.tooMany() ? 'undecryptable' : 'ok',
      lastFrameAt: new Date(lastFrameAt).toISOString(),
      pendingQueries: queries.pending(),
      unansweredQueries: queries.unanswered(),
      failedDecryptions: decryptions.failed(),
    }),
    start(onDeaf) {
      timer = setInterval(() => void look(onDeaf), timing.watchMs).unref();
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
