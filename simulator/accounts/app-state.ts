import { proto, type WAPatchName } from '@whiskeysockets/baileys';
import { SERVER } from '../wire/jids.ts';
import { node, now, stanzaId } from '../wire/nodes.ts';
import type { Account } from './account.ts';
import type { Companion } from './companion.ts';

/** Encrypted settings shared by the devices of an account; the server stores patches it cannot read. */
export type AppState = {
  /** Made by the phone, shared with companions in the first messages it sends them. */
  readonly key: { readonly id: Buffer; readonly data: Buffer };
  /** Encoded patches; the version of a collection is their number. */
  readonly collections: Map<WAPatchName, Buffer[]>;
};

/** The patches of a collection, oldest first; patch n is at index n - 1. */
export function patchesOf(account: Account, name: WAPatchName): Buffer[] {
  const patches = account.appState.collections.get(name) ?? [];
  account.appState.collections.set(name, patches);
  return patches;
}

/** Stores a patch as the next version, which its sender leaves out and readers of many patches need. */
export function appendPatch(account: Account, name: WAPatchName, patch: proto.ISyncdPatch): void {
  const patches = patchesOf(account, name);
  const stored = proto.SyncdPatch.encode({ ...patch, version: { version: patches.length + 1 } }).finish();
  patches.push(Buffer.from(stored));
}

/**
 * Tells the companions, but not the author, that a collection has moved on, so that they fetch it. One that
 * has no key yet could not read it, and will fetch everything when it gets the key.
 */
export function announcePatch(account: Account, name: WAPatchName, author?: Companion): void {
  const version = patchesOf(account, name).length;
  for (const companion of account.companions.values()) {
    if (companion === author || !companion.bootstrapped) continue;
    companion.deliver(
      node('notification', { from: SERVER, type: 'server_sync', id: stanzaId(), t: now() }, [
        node('collection', { name, version }),
      ]),
    );
  }
}
