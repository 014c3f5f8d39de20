import { placeOf } from './places.ts';
import type { Db } from './schema.ts';
import { putSignalKeys } from './signal-keys.ts';

/** What becomes of a value that is kept encrypted at a place. */
export interface Change {
  bytes(value: Uint8Array, place: string): Uint8Array;
  text(value: string, place: string): string;
}

/** Changes every value that is kept encrypted; call it within a transaction. Gives how many there are. */
export async function changeSealedValues(tx: Db, change: Change): Promise<number> {
  return (
    (await changeTokens(tx, change)) +
    (await changeProxies(tx, change)) +
    (await changeWebhooks(tx, change)) +
    (await changeCredentials(tx, change)) +
    (await changeSignalKeys(tx, change))
  );
}

async function changeTokens(tx: Db, change: Change): Promise<number> {
  const rows = await tx.selectFrom('instance').select(['id', 'token_sealed']).execute();
  const sealed = rows.filter((row) => row.token_sealed !== null);
  for (const { id, token_sealed } of sealed) {
    const token = change.text(token_sealed ?? '', placeOf.token(id));
    await tx.updateTable('instance').set({ token_sealed: token }).where('id', '=', id).execute();
  }
  return sealed.length;
}

async function changeProxies(tx: Db, change: Change): Promise<number> {
  const rows = await tx.selectFrom('proxy').select(['id', 'instance_id', 'password_sealed']).execute();
  for (const { id, instance_id, password_sealed } of rows) {
    const password = change.text(password_sealed, placeOf.proxyPassword(instance_id));
    await tx.updateTable('proxy').set({ password_sealed: password }).where('id', '=', id).execute();
  }
  return rows.length;
}

/** What the first versions kept as it is: it begins as JSON does, and as base64 never does. */
const PLAIN_HEADERS = '{%';

async function changeWebhooks(tx: Db, change: Change): Promise<number> {
  const rows = await tx
    .selectFrom('webhook')
    .select(['id', 'headers', 'secret_sealed', 'old_secret_sealed'])
    .where('headers', 'not like', PLAIN_HEADERS)
    .execute();
  for (const { id, headers, ...secrets } of rows) {
    const place = placeOf.webhookSecret(id);
    const changed = (secret: string | null) => secret && change.text(secret, place);
    const columns = {
      headers: change.text(headers, placeOf.webhookHeaders(id)),
      secret_sealed: changed(secrets.secret_sealed),
      old_secret_sealed: changed(secrets.old_secret_sealed),
    };
    await tx.updateTable('webhook').set(columns).where('id', '=', id).execute();
  }
  const values = rows.flatMap((row) => [row.headers, row.secret_sealed, row.old_secret_sealed]);
  return values.filter((value) => value !== null).length;
}

/** Changes the headers of webhooks that are not encrypted yet. */
export async function changePlainHeaders(tx: Db, change: Change['text']): Promise<void> {
  const rows = await tx
    .selectFrom('webhook')
    .select(['id', 'headers'])
    .where('headers', 'like', PLAIN_HEADERS)
    .execute();
  for (const { id, headers } of rows) {
    const changed = change(headers, placeOf.webhookHeaders(id));
    await tx.updateTable('webhook').set({ headers: changed }).where('id', '=', id).execute();
  }
}

async function changeCredentials(tx: Db, change: Change): Promise<number> {
  const ids = await tx.selectFrom('credential').select('instance_id').execute();
  for (const { instance_id } of ids) {
    const own = tx.selectFrom('credential').where('instance_id', '=', instance_id);
    const { value } = await own.select('value').executeTakeFirstOrThrow();
    const changed = change.bytes(value, placeOf.credentials(instance_id));
    await tx
      .updateTable('credential')
      .set({ value: changed })
      .where('instance_id', '=', instance_id)
      .execute();
  }
  return ids.length;
}

/** Rows at a time: an account has a thousand, and there may be many accounts. */
const PAGE = 500;

async function changeSignalKeys(tx: Db, change: Change): Promise<number> {
  let total = 0;
  let last = { instance_id: '', type: '', id: '' };
  for (;;) {
    const after = last;
    const rows = await tx
      .selectFrom('signal_key')
      .selectAll()
      .where((eb) =>
        eb(eb.refTuple('instance_id', 'type', 'id'), '>', eb.tuple(after.instance_id, after.type, after.id)),
      )
      .orderBy('instance_id')
      .orderBy('type')
      .orderBy('id')
      .limit(PAGE)
      .execute();
    const newest = rows.at(-1);
    if (!newest) return total;
    const places = (row: typeof newest): string => placeOf.signalKey(row.instance_id, row.type, row.id);
    await putSignalKeys(
      tx,
      rows.map((row) => ({ ...row, value: change.bytes(row.value, places(row)) })),
    );
    total += rows.length;
    last = newest;
  }
}
