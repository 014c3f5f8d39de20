import type { Db, LabelRow } from './schema.ts';

/** Writes the label, or what has changed of it. */
export async function upsertLabel(db: Db, label: LabelRow): Promise<void> {
  const { instance_id: _, label_id: __, ...values } = label;
  await db
    .insertInto('label')
    .values(label)
    .onConflict((conflict) => conflict.columns(['instance_id', 'label_id']).doUpdateSet(values))
    .execute();
}

/** The label goes, from the chats that have it as well. */
export async function deleteLabel(tx: Db, instanceId: string, labelId: string): Promise<void> {
  for (const table of ['label', 'label_association'] as const) {
    await tx
      .deleteFrom(table)
      .where('instance_id', '=', instanceId)
      .where('label_id', '=', labelId)
      .execute();
  }
}

export function listLabels(db: Db, instanceId: string): Promise<LabelRow[]> {
  return db
    .selectFrom('label')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('label_id')
    .execute();
}

/** Puts the label on the chat. It may come before the label itself. */
export async function addChatLabel(
  db: Db,
  instanceId: string,
  remoteJid: string,
  labelId: string,
): Promise<void> {
  await db
    .insertInto('label_association')
    .values({ instance_id: instanceId, remote_jid: remoteJid, label_id: labelId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeChatLabel(
  db: Db,
  instanceId: string,
  remoteJid: string,
  labelId: string,
): Promise<void> {
  await db
    .deleteFrom('label_association')
    .where('instance_id', '=', instanceId)
    .where('remote_jid', '=', remoteJid)
    .where('label_id', '=', labelId)
    .execute();
}

/** The ids of each chat's labels. */
export async function labelsOf(
  db: Db,
  instanceId: string,
  remoteJids: string[],
): Promise<Map<string, string[]>> {
  if (remoteJids.length === 0) return new Map();
  const rows = await db
    .selectFrom('label_association')
    .select(['remote_jid', 'label_id'])
    .where('instance_id', '=', instanceId)
    .where('remote_jid', 'in', remoteJids)
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.remote_jid);
  return new Map([...grouped].map(([jid, found]) => [jid, found.map((row) => row.label_id)]));
}
