import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Import, importsOf } from './imports.ts';

/** The rooms of the server, each with those of its own line: a room imports only from the lines above it. */
const LINES = [
  ['generated', 'errors', 'logger', 'clock', 'memory', 'address-list'],
  ['config', 'outbound', 'store'],
  ['secrets', 'events', 'media'],
  ['session', 'delivery', 'metrics'],
  ['context'],
  ['api'],
  ['http'],
  ['app'],
  ['gateway'],
  ['main'],
];

/** Packages that are known in some rooms only. */
const KEPT_IN: Record<string, string[]> = {
  '@whiskeysockets/baileys': ['session'],
  'better-sqlite3': ['store'],
  kysely: ['store'],
  express: ['app', 'http'],
  'express-openapi-validator': ['http'],
  'socket.io': ['delivery'],
  standardwebhooks: ['delivery'],
  // By an account's proxy, the session layer reaches WhatsApp itself; every other URL passes the guard of outbound.
  undici: ['outbound', 'session'],
  pino: ['logger'],
  busboy: ['http'],
  'file-type': ['media'],
  'node-html-parser': ['media'],
  'prom-client': ['metrics'],
};

const server = importsOf('server');

/** `server/store/db.ts` is in the room `store`, and so would `server/store.ts` be. */
const roomOf = (file: string): string => /^server\/([\w-]+)/.exec(file)?.[1] ?? '';

const lineOf = (room: string): number => LINES.findIndex((line) => line.includes(room));

const describe = ({ file, target }: Import): string => `${file} imports ${target}`;

test('every room of the server has its line', () => {
  const rooms = new Set(server.map(({ file }) => roomOf(file)));
  assert.deepEqual(
    [...rooms].sort(),
    LINES.flat()
      .filter((room) => rooms.has(room))
      .sort(),
  );
});

test('imports point one way, and rooms of one line do not know each other', () => {
  const wrong = server.filter(({ file, target, isPackage }) => {
    if (isPackage || !target.startsWith('server/') || roomOf(file) === roomOf(target)) return false;
    return lineOf(roomOf(target)) >= lineOf(roomOf(file));
  });
  assert.deepEqual(wrong.map(describe), []);
});

test('what is generated imports nothing that is written by hand', () => {
  const wrong = server.filter(({ file, target, isPackage }) => {
    return roomOf(file) === 'generated' && (isPackage || roomOf(target) !== 'generated');
  });
  assert.deepEqual(wrong.map(describe), []);
});

for (const [name, rooms] of Object.entries(KEPT_IN)) {
  test(`${name} is known in ${rooms.join(' and ')} only`, () => {
    const users = server.filter(({ target }) => target === name);
    assert.ok(users.length > 0, `nothing imports ${name}`);
    assert.deepEqual(users.filter(({ file }) => !rooms.includes(roomOf(file))).map(describe), []);
  });
}

/** What each part of the repository may import of the others. */
const PARTS: Record<string, string[]> = {
  server: ['server', 'package.json'],
  simulator: ['simulator'],
  clients: ['clients'],
};

for (const [part, allowed] of Object.entries(PARTS)) {
  test(`${part} imports of this repository nothing but ${allowed.join(' and ')}`, () => {
    const wrong = importsOf(part).filter(({ target, isPackage }) => {
      return !isPackage && !allowed.includes(target.split('/')[0] ?? '');
    });
    assert.deepEqual(wrong.map(describe), []);
  });
}
