import { LRUCache } from 'lru-cache';

export interface TurnLimits {
  /** Turns of all groups at once. Groups on trial share half of them, so that the others always have the rest. */
  total: number;
  /** Turns of one group at once. */
  each: number;
}

/** Who may go now. */
export interface Turns<T> {
  add(group: string, item: T): void;
  /** Begins a turn: of the groups one after another, and of each the item that came first. */
  next(): T | undefined;
  /** Ends a turn. `good` for one that went well, `undefined` if it tells nothing of the group. */
  end(group: string, good: boolean | undefined): void;
}

interface Group<T> {
  name: string;
  waiting: Set<T>;
  running: number;
  /** After a turn that went well, until one that did not. Until then it is on trial, with one turn at a time. */
  proven: boolean;
}

/** Groups that have nothing to do of which it is remembered that they are proven. */
const REMEMBERED = 10_000;

/** Gives turns, so that no group that is slow or fails takes those of another. Every step is O(1). */
export function createTurns<T>({ total, each }: TurnLimits): Turns<T> {
  const groups = new Map<string, Group<T>>();
  /** Those that may begin a turn; the first is next. */
  const proven = new Set<Group<T>>();
  const onTrial = new Set<Group<T>>();
  const idle = new LRUCache<string, true>({ max: REMEMBERED });
  let running = 0;
  let trials = 0;

  function choose(): Group<T> | undefined {
    if (running >= total) return undefined;
    const trial = trials < total / 2 ? first(onTrial) : undefined;
    return trial ?? first(proven);
  }

  function count(group: Group<T>, turns: number): void {
    group.running += turns;
    running += turns;
    if (!group.proven) trials += turns;
  }

  function judge(group: Group<T>, good: boolean): void {
    if (group.proven !== good) trials += good ? -group.running : group.running;
    group.proven = good;
  }

  /** Puts it where it belongs; where it stands already, it keeps its place. */
  function place(group: Group<T>): void {
    const [own, other, most] = group.proven ? [proven, onTrial, each] : [onTrial, proven, 1];
    other.delete(group);
    if (group.waiting.size > 0 && group.running < most) own.add(group);
    else own.delete(group);
    if (group.waiting.size === 0 && group.running === 0) leave(group);
  }

  function leave({ name, proven }: Group<T>): void {
    groups.delete(name);
    if (proven) idle.set(name, true);
    else idle.delete(name);
  }

  return {
    add(name, item) {
      const group = groups.get(name) ?? { name, waiting: new Set(), running: 0, proven: idle.has(name) };
      groups.set(name, group);
      group.waiting.add(item);
      place(group);
    },
    next() {
      const group = choose();
      const item = group && first(group.waiting);
      if (!group || item === undefined) return undefined;
      group.waiting.delete(item);
      count(group, 1);
      (group.proven ? proven : onTrial).delete(group);
      place(group);
      return item;
    },
    end(name, good) {
      const group = groups.get(name);
      if (!group) return;
      count(group, -1);
      if (good !== undefined) judge(group, good);
      place(group);
    },
  };
}

function first<T>(set: Set<T>): T | undefined {
  return set.values().next().value;
}
