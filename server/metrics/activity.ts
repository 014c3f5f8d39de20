import type { Bus } from '../events/bus.ts';
import type { RecordedEvent } from '../events/types.ts';
import type { ConnectionUpdateData, MessageRecord } from '../generated/index.ts';

/** What an instance has done since the start. */
export interface Activity {
  received: number;
  sent: number;
  /** Events times the webhooks that they were queued for. */
  queued: number;
  /** Status code → how often a connection that ended by it was tried again. */
  reconnects: Map<string, number>;
}

/** How connections to WhatsApp are known to end (whatsapp-protocol 8); all else is one `other`. */
const CODES = [401, 402, 403, 405, 406, 408, 411, 428, 429, 440, 500, 502, 503, 504, 515];

/** Counts what is recorded from now on, and gives it by the id of the instance. */
export function countActivity(bus: Bus): (instanceId: string) => Activity {
  const activities = new Map<string, Activity>();
  const activityOf = (id: string) =>
    activities.get(id) ?? { received: 0, sent: 0, queued: 0, reconnects: new Map() };
  bus.subscribe((events) => {
    for (const event of events) {
      const activity = activityOf(event.instance_id);
      count(activity, event);
      activities.set(event.instance_id, activity);
      if (event.type === 'remove.instance') activities.delete(event.instance_id);
    }
  });
  return activityOf;
}

function count(activity: Activity, { type, data, webhookIds }: RecordedEvent): void {
  activity.queued += webhookIds.length;
  if (type === 'messages.upsert' && !(data as MessageRecord).key.fromMe) activity.received += 1;
  if (type === 'send.message') activity.sent += 1;
  if (type === 'connection.update') countReconnect(activity, data as ConnectionUpdateData);
}

/** By 200 it connects because somebody has asked for it. */
function countReconnect({ reconnects }: Activity, { state, statusReason }: ConnectionUpdateData): void {
  if (state !== 'connecting' || statusReason === 200) return;
  const reason = CODES.includes(statusReason) ? String(statusReason) : 'other';
  reconnects.set(reason, (reconnects.get(reason) ?? 0) + 1);
}
