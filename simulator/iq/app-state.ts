import { proto, type WAPatchName } from '@whiskeysockets/baileys';
import { announcePatch, appendPatch, patchesOf } from '../accounts/app-state.ts';
import { followPatches } from '../phone/app-state.ts';
import type { Session } from '../stanzas/receive.ts';
import { type BinaryNode, bytes, child, children, node } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';

/** Patches after a version. Never a snapshot: clients would fetch that from the real media host. */
function patchesAfter(patches: Buffer[], version: number): BinaryNode[] {
  const missing = patches.slice(version).map((patch) => node('patch', {}, patch));
  return missing.length === 0 ? [] : [node('patches', {}, missing)];
}

function push({ account, companion }: Session, collection: BinaryNode, patch: BinaryNode): BinaryNode {
  const name = collection.attrs.name as WAPatchName;
  const patches = patchesOf(account, name);
  const based = Number(collection.attrs.version ?? 0);
  if (based !== patches.length) {
    const conflict = node('error', { code: 409, text: 'conflict' });
    const missed = patchesAfter(patches, based);
    return node('collection', { name, type: 'error', version: patches.length }, [conflict, ...missed]);
  }
  appendPatch(account, name, proto.SyncdPatch.decode(bytes(patch)));
  followPatches(account.phone, name);
  announcePatch(account, name, companion);
  return node('collection', { name, version: patches.length });
}

function fetch({ account }: Session, collection: BinaryNode): BinaryNode {
  const name = collection.attrs.name as WAPatchName;
  const patches = patchesOf(account, name);
  const missing = patchesAfter(patches, Number(collection.attrs.version ?? 0));
  return node('collection', { name, version: patches.length, has_more_patches: 'false' }, missing);
}

/** Fetches collections of settings, or adds a patch to one. */
export const appStateIqs: IqTable = {
  'w:sync:app:state:set:sync': (session, sync) => {
    const answers = children(sync, 'collection').map((collection) => {
      const patch = child(collection, 'patch');
      return patch ? push(session, collection, patch) : fetch(session, collection);
    });
    return { content: [node('sync', {}, answers)] };
  },
};
