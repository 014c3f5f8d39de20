import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { GLOBAL_KEY, type TestApp } from './test-app.ts';

/** A body as some client writes it, what the handler must find in its own, and what it must not. */
export type Row = [title: string, body: object, expected: object, absent?: string[]];

export function testRows({ app, calls }: TestApp, path: string, rows: Row[]): void {
  for (const [title, body, expected, absent = []] of rows) {
    test(`${path}: ${title}`, async () => {
      const response = await request(app).post(path).set('apikey', GLOBAL_KEY).send(body);
      assert.ok(response.status < 300, response.text);
      const given = calls.at(-1)?.input.body;
      assert.partialDeepStrictEqual(given, expected);
      for (const field of absent) assert.equal(valueAt(given, field), undefined, field);
    });
  }
}

function valueAt(body: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce((at: unknown, key) => (at as Record<string, unknown> | undefined)?.[key], body);
}
