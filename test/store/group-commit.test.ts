import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { openDatabase, transaction } from '../../server/store/db.ts';
import type { Db } from '../../server/store/schema.ts';

/** A database with a table of names, in which no two are the same. */
async function newNames() {
  const db = await openDatabase(':memory:');
  await db.schema
    .createTable('name')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .execute();
  const untyped = (tx: Db) => tx.withTables<{ name: { name: string } }>();
  const insert = (tx: Db, name: string) => untyped(tx).insertInto('name').values({ name }).execute();
  const names = async () =>
    (await untyped(db).selectFrom('name').select('name').execute()).map(({ name }) => name);
  return { db, insert, names };
}

test('transactions that come together are kept together, each with its own result', async () => {
  const { db, insert, names } = await newNames();
  const order: string[] = [];
  const write = (name: string) =>
    transaction(db, async (tx) => {
      order.push(name);
      await insert(tx, name);
      return name.length;
    });
  assert.deepEqual(await Promise.all(['ana', 'bo', 'cleo'].map(write)), [3, 2, 4]);
  assert.deepEqual(order, ['ana', 'bo', 'cleo']);
  assert.deepEqual(await names(), ['ana', 'bo', 'cleo']);
  await db.destroy();
});

test('one that fails takes nothing of the others with it, and leaves nothing', async () => {
  for (const failing of [0, 1, 2]) {
    const { db, insert, names } = await newNames();
    const settled = await Promise.allSettled(
      ['a', 'b', 'c'].map((name, n) =>
        transaction(db, async (tx) => {
          await insert(tx, name);
          if (n === failing) await insert(tx, name);
        }),
      ),
    );
    const outcomes = settled.map(({ status }) => status === 'fulfilled');
    assert.deepEqual(
      outcomes,
      [0, 1, 2].map((n) => n !== failing),
    );
    assert.deepEqual(
      await names(),
      ['a', 'b', 'c'].filter((_, n) => n !== failing),
    );
    await db.destroy();
  }
});

test('if what they share is not kept, all of them fail', async () => {
  const { db, insert, names } = await newNames();
  await db.schema
    .createTable('owner')
    .addColumn('name', 'text', (column) => column.references('name.name'))
    .execute();
  const outcomes = await Promise.allSettled([
    transaction(db, (tx) => insert(tx, 'a')),
    transaction(db, async (tx) => {
      await insert(tx, 'b');
      await tx.executeQuery(CompiledQuery.raw('pragma defer_foreign_keys = on'));
      await tx.executeQuery(CompiledQuery.raw("insert into owner values ('nobody')"));
    }),
  ]);
  for (const outcome of outcomes) assert.match(String(Object(outcome).reason), /FOREIGN KEY/);
  assert.deepEqual(await names(), []);
  await transaction(db, (tx) => insert(tx, 'c'));
  assert.deepEqual(await names(), ['c']);
  await db.destroy();
});
