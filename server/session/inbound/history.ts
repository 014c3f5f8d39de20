import { setImmediate as others } from 'node:timers/promises';
import { proto } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import { chunks } from '../../store/chunks.ts';
import {
  advanceHistoryPart,
  countHistory,
  deleteHistory,
  finishHistoryPart,
  type HistoryCounts,
  type HistoryPart,
} from '../../store/history.ts';
import { learn } from '../identity.ts';
import { recordPastChats } from './past-chats.ts';
import { businessesIn, recordPastContacts } from './past-contacts.ts';
import type { PastContent } from './past-content.ts';
import { recordPastMessages } from './past-messages.ts';
import type { HistoryNotification } from './past-notice.ts';
import { type InboundOptions, inScene, type Scene } from './scene.ts';

const { FULL, RECENT } = proto.HistorySync.HistorySyncType;

/** Rows in a transaction, and in an event: few enough that others who wait for the database wait little. */
const BATCH = 200;

type Step = (scene: Scene) => Promise<NewEvent[]>;

export interface PastPart extends HistoryPart {
  told: HistoryNotification;
}

/**
 * Records a part of what the phone has from before the link, as it gives it to a new device: in transactions
 * of a bounded size, between which everybody else has their turn. How far it is, is recorded with each: after
 * a crash it goes on from there.
 *
 * @param known JIDs of the chats that other parts of this history have told of
 * @param signal stops it between two transactions
 */
export async function recordHistory(
  options: InboundOptions,
  part: PastPart,
  content: PastContent,
  known: Set<string>,
  signal: AbortSignal,
): Promise<void> {
  const extra = extraOf(part, content.progress);
  let done = 0;
  for (const step of stepsOf(content, extra, known)) {
    if (++done <= part.steps) continue;
    signal.throwIfAborted();
    await inScene(options, async (scene) => {
      const events = await step(scene);
      await advanceHistoryPart(scene.tx, part.id, countsOf(events));
      return events;
    });
    await others();
  }
  await inScene(options, (scene) => finish(scene, part, extra));
}

/** Leaves a part out that cannot be had. */
export function skipHistory(options: InboundOptions, part: PastPart): Promise<void> {
  return inScene(options, (scene) => finish(scene, part, extraOf(part)));
}

function extraOf({ is_latest, told }: PastPart, progress = told.progress ?? undefined): Extra {
  return { isLatest: is_latest === 1, ...(progress !== undefined && { progress }) };
}

/** Who is who first, then chats before their messages. */
function* stepsOf(content: PastContent, extra: Extra, known: Set<string>): Generator<Step> {
  const { lidPnMappings, contacts, chats } = content;
  for (const batch of chunks(lidPnMappings, BATCH)) yield (scene) => learnAll(scene, batch);
  for (const batch of chunks(contacts, BATCH)) yield (scene) => recordPastContacts(scene, batch, extra);
  for (const batch of chunks(chats, BATCH)) yield (scene) => recordPastChats(scene, batch, extra, known);
  for (const batch of content.batches(BATCH)) {
    yield async (scene) => {
      const messages = batch();
      const named = await recordPastContacts(scene, businessesIn(messages), extra);
      return [...named, ...(await recordPastMessages(scene, messages, extra))];
    };
  }
}

type Extra = { isLatest: boolean; progress?: number };

async function learnAll(
  { tx, instanceId }: Scene,
  mappings: PastContent['lidPnMappings'],
): Promise<NewEvent[]> {
  await learn(
    tx,
    instanceId,
    mappings.map(({ lid, pn }) => [lid, pn]),
  );
  return [];
}

function countsOf(events: NewEvent[]): HistoryCounts {
  const count = (name: NewEvent['type']) =>
    events.reduce((sum, { type, data }) => sum + (type === name && Array.isArray(data) ? data.length : 0), 0);
  return {
    message_count: count('messages.set'),
    chat_count: count('chats.set'),
    contact_count: count('contacts.set'),
  };
}

/** The phone counts the recent messages and the old ones apart: each kind is complete at 100. */
async function finish(
  { tx, instanceId, settings }: Scene,
  part: PastPart,
  extra: Extra,
): Promise<NewEvent[]> {
  const { syncType } = part.told;
  await finishHistoryPart(tx, part.id);
  if (extra.progress !== 100 || (syncType !== RECENT && syncType !== FULL)) return [];
  const { message_count, chat_count, contact_count } = await countHistory(tx, instanceId);
  const isFull = syncType === FULL;
  if (isFull || settings.sync_full_history === 0) await deleteHistory(tx, instanceId, 'recorded');
  const counts = { messageCount: message_count, chatCount: chat_count, contactCount: contact_count };
  return [{ type: 'messaging-history.set', data: { ...counts, isFull }, extra }];
}
