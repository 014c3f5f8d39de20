import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Db } from './schema.ts';

/** Stands in a statement for the value of this name, which is given when it is run. */
export type ValueOf<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

type Run<Values, Row> = (db: Db, values: Values) => Promise<Row[]>;

/**
 * A statement that is built once and given its values each time it is run; it gives the rows. To build and compile
 * one takes several times what SQLite takes to run it, so what every message needs is prepared. All databases of a
 * process speak one dialect of SQL.
 */
export function prepared<Values extends object, Row>(
  build: (db: Db, value: ValueOf<Values>) => Compilable<Row>,
): Run<Values, Row> {
  const names = new Map<unknown, keyof Values>();
  const placeholder = (name: keyof Values): object => {
    const stands = {};
    names.set(stands, name);
    return stands;
  };
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    compiled ??= build(db, (name) => sql`${placeholder(name)}`).compile();
    const parameters = compiled.parameters.map((parameter) => {
      const name = names.get(parameter);
      return name === undefined ? parameter : values[name];
    });
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}

/** The row of an insert, each of its columns given by a value of its name. */
export function columns<Values, Name extends keyof Values>(value: ValueOf<Values>, names: readonly Name[]) {
  const row = Object.fromEntries(names.map((name) => [name, value(name)]));
  return row as { [Column in Name]: RawBuilder<Values[Column]> };
}

/** Kept of the shapes of one statement: those that were run last. */
const SHAPES = 32;

/** A statement that is built once for each shape that it takes, such as the columns that are given. */
export function preparedByShape<Shape extends string | number, Values extends object, Row>(
  build: (db: Db, value: ValueOf<Values>, shape: Shape) => Compilable<Row>,
): (db: Db, shape: Shape, values: Values) => Promise<Row[]> {
  const byShape = new LRUCache<Shape, Run<Values, Row>>({ max: SHAPES });
  return (db, shape, values) => {
    const run = byShape.get(shape) ?? prepared<Values, Row>((from, value) => build(from, value, shape));
    byShape.set(shape, run);
    return run(db, values);
  };
}

/** A statement that takes a list, whatever its length; without any items it is not run. */
export function preparedByList<Values extends object, Item, Row>(
  build: (db: Db, value: ValueOf<Values>, items: RawBuilder<Item>[]) => Compilable<Row>,
): (db: Db, values: Values, items: Item[]) => Promise<Row[]> {
  const run = preparedByShape<number, Values & Record<`${number}`, Item>, Row>((db, value, length) =>
    build(
      db,
      value,
      Array.from({ length }, (_, place) => value(`${place}`)),
    ),
  );
  return async (db, values, items) =>
    items.length === 0 ? [] : run(db, items.length, { ...values, ...Object.fromEntries(items.entries()) });
}
