import type { Slice } from '../../store/chat-search.ts';

const PAGE_SIZE = 50;

/** A page counted from 1 and its size, which clients call `offset`; all rows where neither is given. */
export function toSlice(page: number | undefined, size: number | undefined): Slice {
  if (page === undefined && size === undefined) return {};
  const take = size ?? PAGE_SIZE;
  return { take, skip: ((page ?? 1) - 1) * take };
}
