import { subscribedNames } from '../../events/names.ts';
import { endsOfLog, readLog } from '../../store/event-log.ts';
import type { Handler } from '../call.ts';
import { placeAfter, toZapgateEvent } from './reading.ts';

export const listEvents: Handler<'listEvents'> = async ({ path, query }, call) => {
  const { after, limit = 100, events = [] } = query;
  const { instance } = await call.sessions.require(path.instance);
  const place =
    after === undefined
      ? (await endsOfLog(call.db, instance.id)).start
      : await placeAfter(call, instance.id, after);
  const page = await readLog(call.db, instance.id, place, { limit, types: subscribedNames(events) });
  return {
    events: await Promise.all(page.events.map((event) => toZapgateEvent(event, call))),
    next: page.next.id,
    hasMore: page.hasMore,
    isGap: page.gap !== undefined,
  };
};
