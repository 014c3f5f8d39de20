import type { Agent } from 'node:https';
import { isIP, isIPv6, type Socket } from 'node:net';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import { socksDispatcher } from 'fetch-socks';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { ProxyAgent } from 'undici';
import type { ProxySettings } from './proxies.ts';

/** The way to WhatsApp by a proxy. */
export interface Route {
  /** For WebSockets and for uploads of media. */
  agent: Agent;
  /** For downloads of media, which `fetch` does. */
  dispatcher: NonNullable<RequestInit['dispatcher']>;
  /** Ends its connections; also one to a proxy that has been silent since it was asked. */
  close(): void;
}

/** How long a proxy may take to answer. */
const ANSWER_MS = 20_000;

/** Nothing connects yet. @throws if the host and port are none */
export function createRoute(proxy: ProxySettings, answerMs = ANSWER_MS): Route {
  const ending = new AbortController();
  const agent = proxyAgent(proxy, answerMs, ending.signal);
  const dispatcher = proxyDispatcher(proxy);
  return {
    agent,
    dispatcher,
    close() {
      ending.abort();
      agent.destroy();
      dispatcher.destroy().catch(() => undefined); // what was under way learns of it by itself
    },
  };
}

/** These agents serve http and https alike, which their types do not say. */
function proxyAgent(proxy: ProxySettings, timeout: number, signal: AbortSignal): Agent {
  const url = proxyUrl(proxy);
  const agent = isSocks(proxy) ? new SocksProxyAgent(url, { timeout }) : new HttpsProxyAgent(url, { signal });
  const tunnel = agent.connect.bind(agent);
  agent.connect = async (request, options) => {
    const socket = await tunnel(request, { ...options, secureEndpoint: false });
    return options.secureEndpoint && socket.writable ? secured(socket, options) : socket;
  };
  return agent as object as Agent;
}

/** TLS to whom the tunnel leads. The agents' own takes everybody who is named by an address for `localhost`. */
function secured(
  socket: Socket,
  { host, path: _path, port: _port, ...options }: ConnectionOptions,
): TLSSocket {
  const name = host && !isIP(host) ? { servername: host } : {};
  return connect({ ...name, ...options, ...(host && { host }), socket });
}

/** Node's types of undici and those of undici itself differ in what is not used here. */
function proxyDispatcher(proxy: ProxySettings): Route['dispatcher'] {
  const { protocol, host, port, username, password } = proxy;
  if (!isSocks(proxy)) return new ProxyAgent({ uri: proxyUrl(proxy).href }) as object as Route['dispatcher'];
  const login = username && { userId: username, password };
  const socks = { type: protocol === 'socks4' ? (4 as const) : (5 as const), host, port: Number(port) };
  return socksDispatcher({ ...socks, ...login }) as object as Route['dispatcher'];
}

const isSocks = ({ protocol }: ProxySettings): boolean => protocol.startsWith('socks');

/** A SOCKS5 proxy looks names up itself: `h` says so. */
const SCHEMES = { http: 'http', https: 'https', socks4: 'socks4', socks5: 'socks5h' };

/** `host:port`, as it stands in a URL. */
export function authority({ host, port }: Pick<ProxySettings, 'host' | 'port'>): string {
  return `${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

function proxyUrl({ protocol, host, port, username, password }: ProxySettings): URL {
  const url = new URL(`${SCHEMES[protocol]}://${authority({ host, port })}`);
  url.username = encodeURIComponent(username);
  url.password = encodeURIComponent(password);
  return url;
}
