import { type Arrival, testArrivals } from './arrivals.ts';
import { type Row, testRows } from './body-rows.ts';
import { testApp } from './test-app.ts';

const KEY = { id: '3EB0A1', fromMe: false, remoteJid: '55@s.whatsapp.net' };

const READ: Row[] = [
  ['a list', { readMessages: [KEY] }, { readMessages: [KEY] }],
  ['snake case', { read_messages: [KEY] }, { readMessages: [KEY] }, ['read_messages']],
  ['one without a list', { readMessages: KEY }, { readMessages: [KEY] }],
  [
    'a blank participant',
    { readMessages: [{ ...KEY, participant: '@s.whatsapp.net' }] },
    { readMessages: [KEY] },
    ['readMessages.0.participant'],
  ],
];

/** Of which `archive` is no part where a chat becomes unread. */
const LAST_MESSAGE: Row[] = [
  [
    'a message',
    { lastMessage: { key: KEY, messageTimestamp: '1741064767' } },
    { lastMessage: { key: KEY, messageTimestamp: 1741064767 } },
  ],
  [
    'a list of messages',
    { lastMessage: [{ key: KEY }, { key: { id: 'B' } }] },
    { lastMessage: { key: KEY } },
  ],
  ['a list of keys', { lastMessage: [KEY] }, { lastMessage: { key: KEY } }],
  ['a key', { lastMessage: KEY }, { lastMessage: { key: KEY } }],
  ['the chat alone', { chat: '55@s.whatsapp.net' }, { chat: '55@s.whatsapp.net' }, ['lastMessage']],
  [
    'a chat, and a message left open',
    { chat: 5511, lastMessage: { key: { id: '', fromMe: false, remoteJid: '' } } },
    { chat: '5511' },
    ['lastMessage'],
  ],
  [
    'a message of which the chat alone is known',
    { lastMessage: { key: { remoteJid: '55@s.whatsapp.net' } }, chat: '@s.whatsapp.net' },
    { chat: '55@s.whatsapp.net' },
    ['lastMessage'],
  ],
];

const PRESENCE: Row[] = [
  [
    'flat',
    { number: 5511, presence: 'composing', delay: '1200' },
    { number: '5511', presence: 'composing', delay: 1200 },
  ],
  [
    'in options',
    { number: '5511', options: { delay: 1200, presence: 'recording', number: '5522' } },
    { number: '5511', presence: 'recording', delay: 1200 },
    ['options'],
  ],
  [
    'all in options',
    { options: { delay: 1, presence: 'paused', number: '55' } },
    { number: '55', presence: 'paused' },
  ],
];

const NUMBERS: Row[] = [
  ['as they came', { numbers: ['+5511 9', 5522] }, { numbers: ['+5511 9', '5522'] }],
  ['one text', { numbers: '+5511,5522' }, { numbers: ['+5511', '5522'] }],
  ['some left open', { numbers: ['5511', '', '@s.whatsapp.net', null] }, { numbers: ['5511'] }],
  ['one number', { number: 5511 }, { numbers: ['5511'] }, ['number']],
];

const testing = await testApp();
testRows(testing, '/chat/markMessageAsRead/a', READ);
testRows(testing, '/chat/markChatUnread/a', LAST_MESSAGE);
testRows(
  testing,
  '/chat/archiveChat/a',
  LAST_MESSAGE.map(([title, body, expected, absent = []]): Row => {
    return [title, { ...body, archive: 'FALSE' }, { ...expected, archive: false }, absent];
  }),
);
testRows(testing, '/chat/sendPresence/a', PRESENCE);
testRows(testing, '/chat/whatsappNumbers/a', NUMBERS);

const MESSAGE = '?id=3EB0A1&fromMe=True&remoteJid=55@s.whatsapp.net';
const DELETED = { id: '3EB0A1', fromMe: true, remoteJid: '55@s.whatsapp.net' };

const OTHERS: Arrival[] = [
  [
    'in the body',
    ['DELETE', '/chat/deleteMessageForEveryone/a', DELETED],
    'deleteMessageForEveryone',
    { body: DELETED },
  ],
  [
    'in the query',
    ['DELETE', `/chat/deleteMessageForEveryone/a${MESSAGE}`],
    'deleteMessageForEveryone',
    { body: DELETED },
  ],
  [
    'in the query, with a blank author',
    ['DELETE', `/chat/deleteMessageForEveryone/a${MESSAGE}&participant=`, {}],
    'deleteMessageForEveryone',
    { body: DELETED },
  ],
  [
    'a number that is a number',
    ['POST', '/chat/updateMessage/a', { number: 5511, text: 7, key: KEY }],
    'updateMessage',
    { body: { number: '5511', text: '7', key: KEY } },
  ],
  [
    'the own picture',
    ['POST', '/chat/fetchProfilePictureUrl/a', { number: '@s.whatsapp.net' }],
    'fetchProfilePictureUrl',
    { body: {} },
  ],
  ['the own profile', ['POST', '/chat/fetchProfile/a', { number: '' }], 'fetchProfile', { body: {} }],
  [
    'pages of chats',
    ['GET', '/chat/findChats/a?page=2&limit=20'],
    'findChats',
    { body: { page: 2, offset: 20 } },
  ],
  [
    'pages of contacts',
    ['GET', '/chat/findContacts/a?page=2&offset=20'],
    'findContacts',
    { body: { page: 2, offset: 20 } },
  ],
  [
    'the id of a row, as a document store names it',
    ['POST', '/chat/findMessages/a', { where: { _id: 'row', key: { fromMe: true } } }],
    'findMessages',
    { body: { page: 1, where: { id: 'row', key: { fromMe: true } } } },
  ],
  [
    'both ids, of which the own one counts',
    ['POST', '/chat/findContacts/a', { where: { _id: 'other', id: 'row' } }],
    'findContacts',
    { body: { where: { id: 'row' } } },
  ],
  [
    'a filter with a GET',
    ['GET', '/chat/findChats/a', { where: { remoteJid: '55@lid' } }],
    'findChats',
    { body: { where: { remoteJid: '55@lid' } } },
  ],
  [
    'the chat in a body',
    ['GET', '/chat/findChatByRemoteJid/a', { remoteJid: 5511 }],
    'findChatByRemoteJid',
    { query: { remoteJid: '5511' } },
  ],
];

testArrivals(testing, 'chats', OTHERS);
