import type { Logger } from '../logger.ts';
import type { RecordedEvent } from './types.ts';

/** Gets events that were committed together, all of one instance, in their order. */
export type Listener = (events: RecordedEvent[]) => void;

export interface Bus {
  publish(events: RecordedEvent[]): void;
  /** Gives the function that ends the subscription. */
  subscribe(listener: Listener): () => void;
}

/** Tells every listener what was recorded. One that fails disturbs neither the publisher nor the others. */
export function createBus(logger: Logger): Bus {
  const listeners = new Set<Listener>();
  const notify = (listener: Listener, events: RecordedEvent[]): void => {
    try {
      listener(events);
    } catch (error) {
      logger.error({ err: error }, 'an event listener failed');
    }
  };
  return {
    publish(events) {
      for (const listener of [...listeners]) notify(listener, events);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
