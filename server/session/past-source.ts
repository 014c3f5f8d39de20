import type { Readable } from 'node:stream';
import { type Chat, downloadContentFromMessage, toNumber, type WASocket } from '@whiskeysockets/baileys';
import {
  buildMergedTcTokenIndexWrite,
  resolveTcTokenJid,
} from '@whiskeysockets/baileys/lib/Utils/tc-token-utils.js';
import { badRequest } from '../errors.ts';
import { chunks } from '../store/chunks.ts';
import type { PastContent } from './inbound/past-content.ts';
import type { HistoryNotification } from './inbound/past-notice.ts';
import { mediaHosts } from './media-hosts.ts';
import type { Route } from './proxy/route.ts';

/** Where a history comes from, and who else has to know what it tells. */
export interface PastSource {
  /** @throws HttpError 400 for a notification that does not say where it is; Boom with WhatsApp's status */
  download(notification: HistoryNotification): Promise<Readable>;
  /** Tells the Signal store who is who, and the tokens without which strangers may not be written to. */
  learn(content: PastContent): Promise<void>;
}

/** Pairs that are written in one transaction. */
const BATCH = 200;

type Tokens = Record<string, { token: Buffer; timestamp: string; senderTimestamp?: number }>;

export function createPastSource(socket: () => WASocket, route: Route | undefined): PastSource {
  return {
    async download({ mediaKey, directPath }) {
      if (!mediaKey?.length || !directPath?.startsWith('/'))
        throw badRequest('Error: The notification does not say where the history is');
      const { hosts } = await mediaHosts(socket());
      const options = route ? { dispatcher: route.dispatcher } : {};
      const [{ hostname: host } = { hostname: 'mmg.whatsapp.net' }] = hosts;
      return downloadContentFromMessage({ mediaKey, directPath }, 'md-msg-hist', { host, options });
    },
    async learn({ lidPnMappings, chats }) {
      const { signalRepository } = socket();
      for (const batch of chunks(lidPnMappings, BATCH))
        await signalRepository.lidMapping.storeLIDPNMappings(batch);
      await learnTokens(socket(), chats);
    },
  };
}

/** As Baileys does, which keeps this to itself (`storeTcTokensFromHistorySync`): newer ones stay. */
async function learnTokens(
  { authState: { keys }, signalRepository }: WASocket,
  chats: Chat[],
): Promise<void> {
  const told: Tokens = {};
  for (const { id, tcToken, tcTokenTimestamp, tcTokenSenderTimestamp } of chats) {
    const timestamp = toNumber(tcTokenTimestamp ?? 0);
    if (!id || !tcToken?.length || timestamp <= 0) continue;
    const lidOf = signalRepository.lidMapping.getLIDForPN.bind(signalRepository.lidMapping);
    const jid = await resolveTcTokenJid(id, lidOf);
    const senderTimestamp = tcTokenSenderTimestamp && { senderTimestamp: toNumber(tcTokenSenderTimestamp) };
    told[jid] = { token: Buffer.from(tcToken), timestamp: String(timestamp), ...senderTimestamp };
  }
  const known = await keys.get('tctoken', Object.keys(told));
  const newer = Object.entries(told).filter(
    ([jid, { timestamp }]) => Number(known[jid]?.timestamp ?? 0) < Number(timestamp),
  );
  if (newer.length === 0) return;
  const entries = newer.map(([jid, token]) => [jid, { ...known[jid], ...token }] as const);
  const index = await buildMergedTcTokenIndexWrite(
    keys,
    newer.map(([jid]) => jid),
  );
  await keys.set({ tctoken: { ...Object.fromEntries(entries), ...index } });
}
