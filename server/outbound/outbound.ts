import { unescape as decoded } from 'node:querystring';
import { Agent, type Dispatcher } from 'undici';
import { type AddressPolicy, createAddressPolicy } from './addresses.ts';
import { guardedConnector, guardedLookup, isAddress, OutboundRefused, parseTarget } from './guard.ts';

const MAX_REDIRECTS = 5;
/** To one origin; more requests wait for one of them. */
const MAX_CONNECTIONS = 32;
const REDIRECTS = [301, 302, 303, 307, 308];
/** What is meant for one server and not for another it points to. */
const CREDENTIALS = ['authorization', 'cookie'];

export interface OutboundRequest {
  method?: Dispatcher.HttpMethod;
  /** Lower-case names. */
  headers?: Record<string, string>;
  body?: string | null;
  signal?: AbortSignal;
}

/** The one way out to URLs that somebody else chose: what is inside the network is guarded from them. */
export interface Outbound {
  /** Throws OutboundRefused for a URL that would be refused now; an unknown name is a plain error. */
  check(url: string): Promise<void>;
  /**
   * Follows redirects, each guarded. A user name and password in the URL go into the header `authorization`,
   * unless there is one. The caller reads or dumps the body. Throws OutboundRefused.
   */
  request(url: string, request?: OutboundRequest): Promise<Dispatcher.ResponseData>;
  close(): Promise<void>;
}

/** `allow`: host names, addresses and CIDR ranges to reach though they are not public; `private` for all. */
export function createOutbound({ allow }: { allow: string[] }): Outbound {
  const policy = createAddressPolicy(allow);
  const agent = new Agent({ connect: guardedConnector(policy), connections: MAX_CONNECTIONS });
  return {
    check: (url) => check(policy, url),
    request: (url, request = {}) => follow(agent, policy, url, request),
    close: () => agent.destroy(),
  };
}

async function check(policy: AddressPolicy, url: string): Promise<void> {
  const { hostname } = parseTarget(policy, url);
  if (isAddress(hostname)) return;
  await new Promise<void>((resolve, reject) => {
    guardedLookup(policy)(hostname, {}, (error) => (error ? reject(error) : resolve()));
  });
}

async function follow(
  agent: Agent,
  policy: AddressPolicy,
  url: string,
  firstRequest: OutboundRequest,
): Promise<Dispatcher.ResponseData> {
  let target = parseTarget(policy, url);
  let request = withLogin(target, firstRequest);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const { origin, pathname, search } = target;
    const response = await agent.request({ method: 'GET', ...request, origin, path: pathname + search });
    const { location } = response.headers;
    if (!REDIRECTS.includes(response.statusCode) || typeof location !== 'string') return response;
    await response.body.dump();
    const next = parseTarget(policy, location, target);
    request = redirected(request, response.statusCode, next.origin === origin);
    target = next;
  }
  throw new OutboundRefused(`More than ${MAX_REDIRECTS} redirects from ${target.host}`);
}

/** Takes the login out of a URL, and gives the request that carries it (RFC 7617). */
function withLogin(target: URL, request: OutboundRequest): OutboundRequest {
  const { username, password } = target;
  if (!username && !password) return request;
  Object.assign(target, { username: '', password: '' });
  const login = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return { ...request, headers: { authorization: `Basic ${login}`, ...request.headers } };
}

/**
 * Keeps method and body but for 303: browsers turn a POST into a GET at 301 and 302 too, by which a webhook
 * behind a redirect to https would be asked, answer 200, and get nothing.
 */
function redirected(request: OutboundRequest, status: number, sameOrigin: boolean): OutboundRequest {
  const headers = Object.entries(request.headers ?? {}).filter(
    ([name]) => sameOrigin || !CREDENTIALS.includes(name),
  );
  const next = { ...request, headers: Object.fromEntries(headers) };
  return status === 303 ? { ...next, method: 'GET', body: null } : next;
}
