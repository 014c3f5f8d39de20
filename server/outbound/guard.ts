import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './addresses.ts';

/** The URL leads to where this server does not send requests. */
export class OutboundRefused extends Error {
  override readonly name = 'OutboundRefused';
}

/** The URL, absolute or relative to `base` that led to it, if it is one that may be asked. @throws OutboundRefused */
export function parseTarget(policy: AddressPolicy, url: string, base?: URL): URL {
  const parsed = URL.parse(url, base?.href);
  if (!parsed) throw new OutboundRefused(`"${url}" is not a URL`);
  if (!['http:', 'https:'].includes(parsed.protocol)) {
    throw new OutboundRefused(`"${url}" is not an http or https URL`);
  }
  if (base && (parsed.username || parsed.password)) {
    throw new OutboundRefused('A redirect to a URL with a user name or password is refused');
  }
  checkLiteral(policy, parsed.hostname);
  return parsed;
}

/** Connects to allowed addresses only. A name is checked as it is looked up: it cannot change in between. */
export function guardedConnector(policy: AddressPolicy): buildConnector.connector {
  const connect = buildConnector({ lookup: guardedLookup(policy) });
  return (options, callback) => {
    try {
      checkLiteral(policy, options.hostname);
    } catch (error) {
      callback(error instanceof Error ? error : new OutboundRefused(String(error)), null);
      return;
    }
    connect(options, callback);
  };
}

/** `dns.lookup` that fails with OutboundRefused if any of the name's addresses is not allowed. */
export function guardedLookup(policy: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || !first) {
        callback(error ?? new Error(`${hostname} has no address`), []);
        return;
      }
      const refused = addresses.find(({ address }) => !isAllowed(policy, hostname, address));
      if (refused) callback(refusal(hostname, refused.address), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

export function isAddress(hostname: string): boolean {
  return isIP(withoutBrackets(hostname)) !== 0;
}

function checkLiteral(policy: AddressPolicy, hostname: string): void {
  const host = withoutBrackets(hostname);
  if (isIP(host) && !isAllowed(policy, host, host)) throw refusal(host, host);
}

function isAllowed(policy: AddressPolicy, host: string, address: string): boolean {
  return policy.allowsHost(host) || policy.allowsAddress(address);
}

function refusal(host: string, address: string): OutboundRefused {
  const which = host === address ? address : `${host} (${address})`;
  return new OutboundRefused(`${which} is not a public address; OUTBOUND_ALLOW=${host} would allow it`);
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
