import type { DeliveryPage, DeliveryState } from '../../generated/index.ts';
import { searchDeliveries } from '../../store/delivery-search.ts';
import type { Call } from '../call.ts';
import { idsWithin, type Times } from './times.ts';
import { toDelivery } from './to-delivery.ts';
import { chosen, webhooksOf } from './webhooks.ts';

const PAGE_SIZE = 50;

interface PageQuery extends Times {
  state?: DeliveryState;
  webhookId?: string;
  cursor?: string;
  limit?: number;
}

/** One page of an instance's deliveries. @throws HttpError 400 that names what is wrong, 404 */
export async function deliveryPage(name: string, query: PageQuery, call: Call): Promise<DeliveryPage> {
  const { instance } = await call.sessions.require(name);
  const { state, webhookId, cursor, limit = PAGE_SIZE } = query;
  const { from, before } = idsWithin(query, 'query');
  const webhooks = chosen(await webhooksOf(call, instance.id), webhookId, 'query.webhookId');
  const webhookIds = webhooks.map(({ id }) => id);
  const ends = [before, cursor].filter((end) => end !== undefined).sort();
  const filter = { webhookIds, state, from, before: ends[0] };
  // One more than asked for tells whether a page follows.
  const rows = await searchDeliveries(call.db, instance.id, filter, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    deliveries: shown.map(toDelivery),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
