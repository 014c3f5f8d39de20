import type { SocketEvents } from './socket.ts';

/** So many updates are handled together at most: others wait for the database that long. */
const MOST = 100;

/**
 * Handles batches of events one after another. Those that tell of nothing but what became of messages are handled
 * together while they wait: under load, when acknowledgements and receipts come in pairs for each message, one
 * transaction serves many. If together they fail, each is handled by itself.
 */
export function createEventLine(
  handle: (events: SocketEvents) => Promise<void>,
  onError: (error: unknown) => void,
): (events: SocketEvents) => void {
  const waiting: SocketEvents[] = [];
  let handled = Promise.resolve();
  const handleNext = async (): Promise<void> => {
    const events = waiting.shift() ?? {};
    const updates = updatesOnly(events) ?? [];
    await handle(events).catch(async (error) => {
      if (updates.length < 2) return onError(error);
      for (const update of updates) await handle({ 'messages.update': [update] }).catch(onError);
    });
  };
  return (events) => {
    const last = waiting.at(-1);
    const before = last && updatesOnly(last);
    const updates = updatesOnly(events);
    if (before && updates && before.length + updates.length <= MOST) {
      waiting[waiting.length - 1] = { 'messages.update': [...before, ...updates] };
    } else {
      waiting.push(events);
      handled = handled.then(handleNext);
    }
  };
}

function updatesOnly(events: SocketEvents): SocketEvents['messages.update'] {
  return Object.keys(events).length === 1 ? events['messages.update'] : undefined;
}
