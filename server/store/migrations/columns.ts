import type { ColumnBuilderCallback } from 'kysely';

export const primary: ColumnBuilderCallback = (column) => column.primaryKey().notNull();

export const required: ColumnBuilderCallback = (column) => column.notNull();

export const zero: ColumnBuilderCallback = (column) => column.notNull().defaultTo(0);

export const emptyText: ColumnBuilderCallback = (column) => column.notNull().defaultTo('');

/** A row of `table`, with which this row goes. */
export function belongsTo(table: string): ColumnBuilderCallback {
  return (column) => column.notNull().references(`${table}.id`).onDelete('cascade');
}
