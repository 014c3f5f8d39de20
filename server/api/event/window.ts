import { badRequest } from '../../errors.ts';
import type { ReplayEventsBody } from '../../generated/index.ts';
import { endsOfLog, placeInLog } from '../../store/event-log.ts';
import { firstSeqAt, type Window } from '../../store/event-window.ts';
import type { Call } from '../call.ts';
import { spanOf } from './times.ts';

type Limits = Omit<ReplayEventsBody, 'webhookId'>;
type Db = Call['db'];

/**
 * The events between the limits, by their numbers: some look-ups, however many they are.
 *
 * @throws HttpError 400 that names what is wrong, or says that there are none
 */
export async function windowOf(db: Db, instanceId: string, limits: Limits): Promise<Window> {
  const { start, end } = await endsOfLog(db, instanceId);
  const after = await seqOf(db, instanceId, limits, 'after');
  const last = await seqOf(db, instanceId, limits, 'until');
  const ends = { first: 1 + Math.max(start.seq, after ?? 0), last: last ?? end.seq };
  const window = await within(db, instanceId, ends, limits);
  if (window.first > window.last) throw nothing();
  return window;
}

/** The part of the window that happened within the times. */
async function within(db: Db, instanceId: string, window: Window, limits: Limits): Promise<Window> {
  const { from, before } = spanOf(limits, 'instance');
  const first = from === undefined ? window.first : await firstSeqAt(db, instanceId, from, window);
  const last = before === undefined ? window.last : (await firstSeqAt(db, instanceId, before, window)) - 1;
  return { first, last };
}

/** The number of the event that the field names, 0 if it was pruned; undefined if it names none. */
async function seqOf(
  db: Db,
  instanceId: string,
  limits: Limits,
  field: 'after' | 'until',
): Promise<number | undefined> {
  const id = limits[field];
  if (id === undefined) return undefined;
  const place = await placeInLog(db, instanceId, id.toLowerCase());
  if (!place) throw badRequest(`instance.${field}: there is no event "${id}"`);
  return place.seq;
}

const nothing = () => badRequest('There are no events within these limits');
