import { sql } from 'kysely';
import { count } from './counters.ts';
import { newRowId } from './ids.ts';
import { columns, preparedByShape } from './prepared.ts';
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

/**
 * Writes what is known of the contact, who is made if there is none; undefined if it is nothing new. Somebody
 * known from a group becomes a `contact`, not the other way round.
 */
export async function upsertContact(
  tx: Db,
  instanceId: string,
  patch: ContactPatch,
): Promise<WrittenContact | undefined> {
  const id = newRowId();
  const now = Date.now();
  const changed = CHANGEABLE.filter((column) =>
    column === 'type' ? patch.type === 'contact' : patch[column] !== undefined,
  );
  const row = { ...patch, id, instance_id: instanceId, created_at: now, updated_at: now };
  const [contact] = await upsert(tx, changed.join(' '), row);
  if (!contact) return undefined;
  const isNew = contact.id === id;
  if (isNew) await count(tx, instanceId, 'contact_count', 1);
  return { contact, isNew };
}

const CHANGEABLE = ['push_name', 'name', 'profile_pic_url', 'is_saved', 'type'] as const;

/** The statement for these columns, by their names. */
const upsert = preparedByShape<string, ContactPatch & Stamps, ContactRow>((db, value, shape) => {
  const changed = CHANGEABLE.filter((column) => shape.split(' ').includes(column));
  const given = [...GIVEN, ...changed.filter((column) => column !== 'type')] as const;
  const excluded = (column: string) => sql`${sql.ref(`excluded.${column}`)}`;
  return db
    .insertInto('contact')
    .values(columns(value, given))
    .onConflict((conflict) =>
      conflict
        .columns(['instance_id', 'remote_jid'])
        .doUpdateSet(
          Object.fromEntries([...changed, 'updated_at'].map((column) => [column, excluded(column)])),
        )
        .where((eb) =>
          eb.or(
            changed.map(
              (column) => sql<boolean>`${sql.ref(`contact.${column}`)} is distinct from ${excluded(column)}`,
            ),
          ),
        ),
    )
    .returningAll();
});

const GIVEN = ['id', 'instance_id', 'remote_jid', 'type', 'created_at', 'updated_at'] as const;

type Stamps = Pick<ContactRow, 'id' | 'instance_id' | 'created_at' | 'updated_at'>;

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
