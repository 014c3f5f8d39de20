import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { type Row, testRows } from './body-rows.ts';
import { GLOBAL_KEY, testApp } from './test-app.ts';

const KEY = { key: { id: '3EB0A1' } };

const TEXT: Row[] = [
  [
    'version 2',
    { number: '55', text: 'a', delay: 5 },
    { number: '55', text: 'a', delay: 5, linkPreview: true },
  ],
  [
    'version 1',
    {
      number: 55,
      textMessage: { text: 'a' },
      options: {
        delay: '5',
        presence: 'composing',
        linkPreview: false,
        quoted: KEY,
        mentions: { everyOne: true, mentioned: [5511] },
      },
    },
    {
      number: '55',
      text: 'a',
      delay: 5,
      linkPreview: false,
      quoted: KEY,
      mentionsEveryOne: true,
      mentioned: ['5511'],
    },
    ['options', 'textMessage', 'mentions', 'presence'],
  ],
  [
    'both versions, of which 2 wins',
    {
      number: '55',
      text: 'a',
      textMessage: { text: 'b' },
      delay: 1,
      options: { delay: 2, linkPreview: true },
      linkPreview: false,
    },
    { text: 'a', delay: 1, linkPreview: false },
  ],
  ['everyOne', { number: '55', text: 'a', everyOne: 'true' }, { mentionsEveryOne: true }, ['everyOne']],
  [
    'mentions',
    { number: '55', text: 'a', mentions: { everyOne: false, mentioned: ['1'] } },
    { mentionsEveryOne: false, mentioned: ['1'] },
  ],
  ['a blank reference', { number: '55', text: 'a', quoted: '' }, {}, ['quoted']],
  ['a reference to nothing', { number: '55', text: 'a', quoted: { key: { id: '' } } }, {}, ['quoted']],
  ['a reference without a key', { number: '55', text: 'a', quoted: {} }, {}, ['quoted']],
  [
    'blanks',
    { number: '55', text: 'a', delay: '', linkPreview: '', mentioned: '' },
    { linkPreview: true },
    ['delay', 'mentioned'],
  ],
  [
    'mentions, some of which were left open',
    { number: '55', text: 'a', mentioned: ['55', '@s.whatsapp.net', ''] },
    { mentioned: ['55'] },
    ['mentioned.1'],
  ],
  ['a text that looks like something else', { number: '55', text: ' True ' }, { text: ' True ' }],
];

const FIND: Row[] = [
  ['no filter', {}, { page: 1 }, ['where']],
  [
    'blank filters',
    {
      where: {
        id: '',
        source: '',
        messageType: '',
        key: { id: '', fromMe: '', remoteJid: '@s.whatsapp.net', participant: '' },
      },
    },
    { where: { key: {} } },
    ['where.id', 'where.source', 'where.key.remoteJid', 'where.key.fromMe'],
  ],
  [
    'participants',
    { where: { key: { participants: '55@s.whatsapp.net', fromMe: 'False' } } },
    { where: { key: { participant: '55@s.whatsapp.net', fromMe: false } } },
    ['where.key.participants'],
  ],
  [
    'seconds',
    { where: { messageTimestamp: { gte: 1741064767, lte: '2025-03-04T05:06:07Z' } } },
    { where: { messageTimestamp: { gte: '1741064767', lte: '2025-03-04T05:06:07Z' } } },
  ],
  ['pages as texts', { page: '2', offset: '10', limit: '' }, { page: 2, offset: 10 }, ['limit']],
  ['where that is blank', { where: '' }, {}, ['where']],
];

const testing = await testApp();
const { app, calls } = testing;
testRows(testing, '/message/sendText/a', TEXT);
testRows(testing, '/chat/findMessages/a', FIND);

/** Ways to ask for a pairing code. */
const PAIRING: [verb: 'get' | 'post', query: string, body: object | undefined, number: string | undefined][] =
  [
    ['get', '?number=5511', undefined, '5511'],
    ['get', '?number=5511@s.whatsapp.net&other=1', undefined, '5511@s.whatsapp.net'],
    ['get', '?number=', undefined, undefined],
    ['post', '', { number: 5511 }, '5511'],
    ['post', '', { number: '' }, undefined],
    ['post', '?number=5511', { number: '5522', instance: 'b' }, '5511'],
    ['post', '', undefined, undefined],
  ];

for (const [verb, query, body, number] of PAIRING) {
  test(`${verb} /instance/connect/a${query} with ${JSON.stringify(body)}`, async () => {
    await request(app)[verb](`/instance/connect/a${query}`).set('apikey', GLOBAL_KEY).send(body).expect(200);
    const expected = number === undefined ? {} : { number };
    assert.deepEqual(
      { ...calls.at(-1)?.input },
      { path: { instance: 'a' }, query: expected, body: undefined },
    );
  });
}
