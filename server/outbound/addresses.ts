import { isIP } from 'node:net';
import { createAddressList } from '../address-list.ts';

/** What no public service has (IANA special-purpose registries), and IPv6 addresses that wrap an IPv4 one. */
const NOT_PUBLIC = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/** Which hosts and addresses may be reached. */
export interface AddressPolicy {
  /** Whether every address of the host is allowed because its name is. */
  allowsHost(host: string): boolean;
  allowsAddress(address: string): boolean;
}

/**
 * Public addresses are allowed always. `allow` adds host names, addresses, CIDR ranges, or everything by the
 * word `private`.
 *
 * @throws Error for a range that is none
 */
export function createAddressPolicy(allow: string[]): AddressPolicy {
  const entries = allow.map((entry) => entry.trim().toLowerCase()).filter((entry) => entry !== '');
  const everything = entries.includes('private');
  const ranges = entries.filter((entry) => entry.includes('/') || isIP(entry));
  const hosts = new Set(entries.filter((entry) => !ranges.includes(entry)));
  const allowed = createAddressList(ranges);
  const notPublic = createAddressList(NOT_PUBLIC);
  return {
    allowsHost: (host) => everything || hosts.has(host.toLowerCase()),
    allowsAddress(address) {
      if (everything || allowed.has(address)) return true;
      return isIP(address) !== 0 && !notPublic.has(address);
    },
  };
}
