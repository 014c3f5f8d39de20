import { badRequest } from '../../errors.ts';
import type { ReplayEventsBody } from '../../generated/index.ts';
import { firstSeqAt, keptEvents, seqOfEvent, type Window } from '../../store/event-window.ts';
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
  const kept = await keptEvents(db, instanceId);
  if (!kept) throw nothing();
  const { oldest, newest } = kept;
  const after = limits.after?.toLowerCase();
  const isPruned = after !== undefined && after < oldest.id;
  const first =
    after === undefined || isPruned ? oldest.seq : 1 + (await seqOf(db, instanceId, after, 'after'));
  const until = limits.until?.toLowerCase();
  const last = until === undefined ? newest.seq : await seqOf(db, instanceId, until, 'until');
  const window = await within(db, instanceId, { first, last }, limits);
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

async function seqOf(db: Db, instanceId: string, id: string, field: 'after' | 'until'): Promise<number> {
  const seq = await seqOfEvent(db, instanceId, id);
  if (seq === undefined) throw badRequest(`instance.${field}: there is no event "${id}"`);
  return seq;
}

const nothing = () => badRequest('There are no events within these limits');
