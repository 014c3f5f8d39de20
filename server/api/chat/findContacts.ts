import type { Contact, ContactFilter } from '../../generated/index.ts';
import { chatJids } from '../../session/translate/jid.ts';
import { type ContactFilter as StoreFilter, searchContacts } from '../../store/contact-search.ts';
import type { ContactRow } from '../../store/schema.ts';
import type { Handler } from '../call.ts';
import { iso } from '../iso.ts';

import { toSlice } from './slice.ts';

export const findContacts: Handler<'findContacts'> = async ({ path, body = {} }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const { where, page, offset } = body;
  const rows = await searchContacts(db, instance.id, toStoreFilter(where), toSlice(page, offset));
  return rows.map(toContact);
};

/** Some clients put the JID into `id`. */
function toStoreFilter({ id, remoteJid, pushName }: ContactFilter = {}): StoreFilter {
  const jids = remoteJid === undefined ? undefined : chatJids(remoteJid);
  if (!id?.includes('@')) return { id, remoteJids: jids, pushName };
  const meant = chatJids(id);
  return { remoteJids: jids ? meant.filter((jid) => jids.includes(jid)) : meant, pushName };
}

function toContact(row: ContactRow): Contact {
  return {
    id: row.id,
    remoteJid: row.remote_jid,
    pushName: row.push_name ?? row.name,
    profilePicUrl: row.profile_pic_url,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    instanceId: row.instance_id,
    isGroup: row.type === 'group',
    isSaved: row.is_saved === 1,
    type: row.type as Contact['type'],
  };
}
