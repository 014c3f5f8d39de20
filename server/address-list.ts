import { BlockList, isIP } from 'node:net';

/** IP addresses and CIDR ranges. An IPv4 address is found in its IPv6 form too. */
export interface AddressList {
  has(address: string): boolean;
}

/** @throws Error for an entry that is neither an address nor a range */
export function createAddressList(entries: string[]): AddressList {
  const list = new BlockList();
  for (const entry of entries) {
    const [, address = '', bits] = /^([^/]*)(?:\/(\d+))?$/.exec(entry) ?? [];
    const full = family(address) === 'ipv6' ? 128 : 32;
    list.addSubnet(address, bits === undefined ? full : Number(bits), family(address));
  }
  return { has: (address) => isIP(address) !== 0 && list.check(address, family(address)) };
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
