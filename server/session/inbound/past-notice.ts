import { deflateSync } from 'node:zlib';
import { normalizeMessageContent, proto } from '@whiskeysockets/baileys';
import { insertHistoryPart } from '../../store/history.ts';
import type { SettingRow } from '../../store/schema.ts';
import { decryptedOrder } from './decrypted.ts';
import type { InboundOptions, Scene } from './scene.ts';

export type HistoryNotification = proto.Message.IHistorySyncNotification;

const { HistorySync } = proto;
const { FULL, INITIAL_BOOTSTRAP } = HistorySync.HistorySyncType;
const { HistorySyncNotification } = proto.Message;

/** The message, just opened, by which the account's phone gives a part of its history. */
export interface Notice {
  messageId: string;
  notification: HistoryNotification;
  /** Whether it is of the first history after the link. */
  isLatest: boolean;
}

export function openedNotice(options: InboundOptions): Notice | undefined {
  const { key, message } = decryptedOrder(options) ?? {};
  if (!message || !key?.fromMe || !key.id) return undefined;
  const notification = normalizeMessageContent(message)?.protocolMessage?.historySyncNotification;
  const isLatest = !options.creds().processedHistoryMessages?.length;
  return notification ? { messageId: key.id, notification, isLatest } : undefined;
}

/** Keeps the part in the transaction that opens its message: WhatsApp hears that it came only after that. */
export function keepPart(
  { tx, instanceId }: Scene,
  { messageId, notification, isLatest }: Notice,
): Promise<void> {
  return insertHistoryPart(tx, {
    ...{ instance_id: instanceId, message_id: messageId, is_latest: isLatest ? 1 : 0 },
    notification: HistorySyncNotification.encode(notification).finish(),
  });
}

export const isWanted = ({ syncType }: HistoryNotification, settings: SettingRow): boolean =>
  settings.sync_full_history === 1 || syncType !== FULL;

const NOTHING = deflateSync(HistorySync.encode({ syncType: INITIAL_BOOTSTRAP }).finish());

/**
 * For Baileys' `shouldSyncHistoryMessage`. It has to go through the motions, for at the first part it fetches
 * the app state. But it would hold each part as objects several times, however many come at once: so it is
 * given an empty one, and what is in the part is recorded from where `keepPart` put it.
 */
export function takeOver(settings: SettingRow) {
  return (notification: HistoryNotification): boolean => {
    notification.initialHistBootstrapInlinePayload = NOTHING;
    return isWanted(notification, settings);
  };
}
