import type { Operation } from '../generated/index.ts';

/** A method, and a path of the spec: `/event/delivery/{instance}/{deliveryId}`. */
export type Route = Pick<Operation, 'method' | 'path'>;

/** @throws URIError for a parameter that is not correctly percent-encoded */
export type FindRoute<T> = (method: string, path: string) => Found<T> | undefined;

export interface Found<T> {
  target: T;
  /** The parameters of the path, decoded. */
  params: Record<string, string>;
}

/** A path has words first, such as `event` and `delivery`, and parameters after them. */
const WORDS = 2;

/**
 * Finds where a request leads by one look-up, however many routes there are. As in Express, words match in any
 * case, a path may end with a slash, and HEAD is GET.
 *
 * @throws if a path has a parameter among its words, or a word among its parameters
 */
export function createRoutes<T>(routes: Iterable<[Route, T]>): FindRoute<T> {
  const known = new Map<string, { names: string[]; target: T }>();
  for (const [{ method, path }, target] of routes) {
    const parts = partsOf(path);
    if (parts.some((part, index) => part.startsWith('{') !== index >= WORDS))
      throw new Error(`${path} is not ${WORDS} words and then parameters`);
    known.set(keyOf(method, parts), { names: parts.slice(WORDS).map((part) => part.slice(1, -1)), target });
  }
  return (method, path) => {
    const parts = partsOf(path);
    const found = known.get(keyOf(method === 'HEAD' ? 'GET' : method, parts));
    const values = parts.slice(WORDS);
    if (!found || values.includes('')) return undefined;
    const named = found.names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]);
    return { target: found.target, params: Object.fromEntries(named) };
  };
}

function partsOf(path: string): string[] {
  return (path.endsWith('/') ? path.slice(1, -1) : path.slice(1)).split('/');
}

function keyOf(method: string, parts: string[]): string {
  return `${method} ${parts.length} ${parts.slice(0, WORDS).join('/').toLowerCase()}`;
}
