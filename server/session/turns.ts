/** A number of places, for work of which only so much may be done at the same time. */
export interface Turns {
  /** Does `work` once there is a place for it: in the order of coming, but urgent work before other. */
  run<T>(work: () => Promise<T>, isUrgent?: boolean): Promise<T>;
}

export function createTurns(places: number): Turns {
  const waiting = { urgent: [] as (() => void)[], other: [] as (() => void)[] };
  let free = places;
  const leave = (): void => {
    const next = waiting.urgent.shift() ?? waiting.other.shift();
    if (next) next();
    else free++;
  };
  return {
    async run(work, isUrgent = false) {
      const place = Promise.withResolvers<void>();
      if (free > 0) {
        free--;
        place.resolve();
      } else waiting[isUrgent ? 'urgent' : 'other'].push(place.resolve);
      await place.promise;
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
