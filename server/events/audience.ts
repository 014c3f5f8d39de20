import { findCounterparts } from '../store/identities.ts';
import type { Db, EventRecord } from '../store/schema.ts';
import { listSubscriptions, type Subscription } from '../store/subscriptions.ts';
import { chatsOf } from './chats-of.ts';
import { isSubscribed } from './names.ts';

/** A webhook and what of the events it wants; never nothing. */
export interface Wanted {
  webhookId: string;
  events: EventRecord[];
}

/**
 * Who is to get which of the instance's events: one query, and another two where somebody wants some chats only.
 * An event of several chats goes as a whole to who wants one of them; one of no chat goes to all.
 */
export async function audienceOf(tx: Db, instanceId: string, events: EventRecord[]): Promise<Wanted[]> {
  if (events.length === 0) return [];
  const subscriptions = await listSubscriptions(tx, instanceId);
  const subscribed = subscriptions.map((subscription) => ({
    webhookId: subscription.id,
    jids: new Set(subscription.jids),
    events: events.filter((event) => wants(subscription, event)),
  }));
  const filtered = subscribed.filter(({ jids }) => jids.size > 0).flatMap((wanted) => wanted.events);
  const chats = await chatsByEvent(tx, instanceId, [...new Set(filtered)]);
  return subscribed
    .map(({ webhookId, jids, events }) => ({
      webhookId,
      events: jids.size === 0 ? events : events.filter(({ id }) => isAbout(jids, chats.get(id))),
    }))
    .filter((wanted) => wanted.events.length > 0);
}

/** A trial is for nobody but the webhook that was tried, which needs no subscription to it. */
const wants = ({ events }: Subscription, { type }: EventRecord): boolean =>
  type !== 'webhook.test' && isSubscribed(events, type);

const isAbout = (jids: Set<string>, chats: string[] | undefined): boolean =>
  chats === undefined || chats.some((jid) => jids.has(jid));

/** By the events' ids, the chats of each under both JIDs, where both are known. */
async function chatsByEvent(
  tx: Db,
  instanceId: string,
  events: EventRecord[],
): Promise<Map<string, string[]>> {
  const said = events.flatMap((event) => {
    const chats = chatsOf(event);
    return chats ? [{ id: event.id, chats }] : [];
  });
  const jids = said.flatMap(({ chats }) => chats);
  const others = await findCounterparts(tx, instanceId, jids);
  const both = (jid: string): string[] => [jid, others.get(jid) ?? jid];
  return new Map(said.map(({ id, chats }) => [id, chats.flatMap(both)]));
}
