import { sql } from 'kysely';
import { count } from './counters.ts';
import { newRowId } from './ids.ts';
import type { ContactRow, Db, Flag } from './schema.ts';

/** What is known of a contact; what is left out stays as it is. */
export interface ContactPatch {
  remote_jid: string;
  push_name?: string | null | undefined;
  name?: string | null | undefined;
  profile_pic_url?: string | null | undefined;
  is_saved?: Flag | undefined;
  type: 'contact' | 'group' | 'group_member';
}

export interface WrittenContact {
  contact: ContactRow;
  isNew: boolean;
}

type Values = Omit<ContactPatch, 'remote_jid' | 'type'>;

/**
 * Writes what is known of the contact, who is made if there is none; undefined if it is nothing new. Somebody
 * known from a group becomes a `contact`, not the other way round.
 */
export async function upsertContact(
  tx: Db,
  instanceId: string,
  { remote_jid, type, ...values }: ContactPatch,
): Promise<WrittenContact | undefined> {
  const known = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Values;
  const id = newRowId();
  const now = Date.now();
  const promoted = type === 'contact' ? { type } : {};
  const contact = await tx
    .insertInto('contact')
    .values({ ...known, id, instance_id: instanceId, remote_jid, type, created_at: now, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['instance_id', 'remote_jid'])
        .doUpdateSet({ ...known, ...promoted, updated_at: now })
        .where((eb) =>
          eb.or(
            Object.entries({ ...known, ...promoted }).map(
              ([column, value]) => sql<boolean>`${sql.ref(`contact.${column}`)} is distinct from ${value}`,
            ),
          ),
        ),
    )
    .returningAll()
    .executeTakeFirst();
  if (!contact) return undefined;
  const isNew = contact.id === id;
  if (isNew) await count(tx, instanceId, 'contact_count', 1);
  return { contact, isNew };
}

/** @param jids the contact's JIDs: see `withCounterparts` */
export async function findContactsByJid(db: Db, instanceId: string, jids: string[]): Promise<ContactRow[]> {
  if (jids.length === 0) return [];
  return db
    .selectFrom('contact')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('remote_jid', 'in', jids)
    .execute();
}
