import type { Contact } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import type { ContactData } from '../../generated/index.ts';
import { type ContactPatch, upsertContact } from '../../store/contacts.ts';
import type { ContactRow, NewMessage } from '../../store/schema.ts';
import { learn, pairsOfContact, shownJids } from '../identity.ts';
import { isGroup, isLid, isUser } from '../translate/jid.ts';
import { type Handle, isIgnored, isOwn, type Scene } from './scene.ts';

export const contactData = (contact: ContactRow): ContactData => ({
  remoteJid: contact.remote_jid,
  pushName: contact.push_name ?? contact.name,
  profilePicUrl: contact.profile_pic_url,
  instanceId: contact.instance_id,
});

/** Contacts of the phone's address book: those with a name are saved there. */
export const onContacts: Handle<'contacts.upsert'> = (scene, contacts) =>
  recordContacts(scene, contacts, ({ name }) => (name ? 1 : undefined));

/** What became known of people: a push name, a new picture. */
export const onContactUpdates: Handle<'contacts.update'> = (scene, contacts) =>
  recordContacts(scene, contacts, () => undefined);

/** Writes what the contacts tell. Who is new is a `contacts.upsert`, who changed a `contacts.update`. */
export async function recordContacts(
  scene: Scene,
  contacts: Partial<Contact>[],
  saved: (contact: Partial<Contact>) => 1 | undefined,
): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  const named = contacts.flatMap(({ id, ...rest }) =>
    id && isContact(id) && !isIgnored(scene, id) ? [{ id, ...rest }] : [],
  );
  await learn(tx, instanceId, named.flatMap(pairsOfContact));
  const shown = await shownJids(
    tx,
    instanceId,
    named.map(({ id }) => id),
  );
  const patches = named
    .filter(({ id }) => !isOwn(scene, id))
    .map((contact) => ({ ...patchOf(contact), is_saved: saved(contact), remote_jid: shown(contact.id) }));
  return writeContacts(scene, patches);
}

/** Who wrote a message, by the name they show. */
export function recordAuthor(scene: Scene, row: NewMessage): Promise<NewEvent[]> {
  if (row.from_me === 1) return Promise.resolve([]);
  const remote_jid = row.participant ?? row.remote_jid;
  const type = row.participant ? 'group_member' : 'contact';
  return writeContacts(scene, [{ remote_jid, push_name: row.push_name ?? undefined, type }]);
}

export async function writeContacts({ tx, instanceId }: Scene, patches: ContactPatch[]): Promise<NewEvent[]> {
  const told = { upsert: [] as ContactData[], update: [] as ContactData[] };
  for (const patch of patches) {
    const written = await upsertContact(tx, instanceId, patch);
    if (written) told[written.isNew ? 'upsert' : 'update'].push(contactData(written.contact));
  }
  return (['upsert', 'update'] as const).flatMap((kind) =>
    told[kind].length > 0 ? [{ type: `contacts.${kind}` as const, data: told[kind] }] : [],
  );
}

export const isContact = (jid: string): boolean => isUser(jid) || isLid(jid) || isGroup(jid);

/** Of a new picture Baileys says only that there is one; where it is, comes as an update of its own. */
function patchOf({ id, name, notify, verifiedName, imgUrl }: Partial<Contact> & { id: string }) {
  const url = imgUrl === 'changed' ? undefined : imgUrl === 'removed' ? null : imgUrl;
  return {
    name: name || undefined,
    push_name: notify || verifiedName || undefined,
    profile_pic_url: url,
    type: isGroup(id) ? ('group' as const) : notify ? ('group_member' as const) : ('contact' as const),
  };
}
