import { findCounterparts } from '../store/identities.ts';
import type { Db, EventRecord } from '../store/schema.ts';
import { listSubscriptions, type Subscription } from '../store/webhooks.ts';
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
  const isFiltered = subscriptions.some(({ jids }) => jids.length > 0);
  const chats = isFiltered ? await chatsByEvent(tx, instanceId, events) : new Map<string, string[]>();
  return subscriptions
    .map((subscription) => ({
      webhookId: subscription.id,
      events: events.filter((event) => wants(subscription, event, chats.get(event.id))),
    }))
    .filter((wanted) => wanted.events.length > 0);
}

function wants({ id, events, jids }: Subscription, event: EventRecord, chats: string[] | undefined): boolean {
  // A trial is for one webhook alone, whatever it wants.
  if (event.type === 'webhook.test') return (event.data as { webhookId: string }).webhookId === id;
  if (!isSubscribed(events, event.type)) return false;
  return jids.length === 0 || chats === undefined || chats.some((jid) => jids.includes(jid));
}

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
