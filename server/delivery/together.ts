/**
 * Does in one go what is asked for within one turn of the event loop: all of it or, if that fails, none.
 *
 * @param work gives the results in the order of what it was given
 */
export function together<In, Out>(work: (all: In[]) => Promise<Out[]>): (one: In) => Promise<Out> {
  let asked: In[] = [];
  let results: Promise<Out[]> | undefined;
  const go = (): Promise<Out[]> => {
    const all = asked;
    asked = [];
    results = undefined;
    return work(all);
  };
  return async (one) => {
    const place = asked.push(one) - 1;
    results ??= new Promise((resolve) => setImmediate(() => resolve(go())));
    return (await results)[place] as Out;
  };
}
