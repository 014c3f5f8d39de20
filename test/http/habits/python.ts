import type { Arrival } from '../arrivals.ts';

const KEY = { id: '3EB0A1', fromMe: true, remoteJid: '55@s.whatsapp.net' };
const QUERY = new URLSearchParams({ ...KEY, fromMe: 'True' });

/** Flat bodies, and no body with DELETE. Its forms have a file of their own. */
export const PYTHON: Arrival[] = [
  [
    'a flat websocket',
    ['POST', '/websocket/set/a', { enabled: true, events: ['MESSAGES_UPSERT'] }],
    'setWebsocket',
    { body: { websocket: { enabled: true, events: ['MESSAGES_UPSERT'] } } },
  ],
  [
    'an invented path',
    ['POST', '/chat/checkIsWhatsappNumber/a', { numbers: ['55'] }],
    'whatsappNumbers',
    { body: { numbers: ['55'] } },
  ],
  [
    'a message deleted without a body',
    ['DELETE', `/chat/deleteMessageForEveryone/a?${QUERY}`],
    'deleteMessageForEveryone',
    { body: KEY },
  ],
  [
    'a group left without a body',
    ['DELETE', '/group/leaveGroup/a?groupJid=1@g.us'],
    'leaveGroup',
    { query: { groupJid: '1@g.us' } },
  ],
  [
    'a group in the query, the rest in the body',
    ['POST', '/group/updateGroupSubject/a?groupJid=1@g.us', { subject: 'Team' }],
    'updateGroupSubject',
    { query: { groupJid: '1@g.us' }, body: { subject: 'Team' } },
  ],
  [
    'True',
    ['GET', '/group/fetchAllGroups/a?getParticipants=True'],
    'fetchAllGroups',
    { query: { getParticipants: true } },
  ],
  [
    'a call',
    ['POST', '/call/offer/a', { number: '55', isVideo: false, callDuration: 5 }],
    'offerCall',
    { body: { number: '55', isVideo: false, callDuration: 5 } },
  ],
  [
    'a label',
    ['POST', '/label/handleLabel/a', { number: '55', labelId: 5, action: 'add' }],
    'handleLabel',
    { body: { number: '55', labelId: '5', action: 'add' } },
  ],
  ['no body that was meant', ['POST', '/instance/restart/a', 'null'], 'restartInstance'],
  [
    'a quoted message without its text',
    ['POST', '/message/sendText/a', { number: '55', text: 'hi', quoted: { key: KEY, message: null } }],
    'sendText',
    { body: { number: '55', text: 'hi', quoted: { key: KEY }, linkPreview: true, mentionsEveryOne: false } },
  ],
  [
    'one last message in a list',
    ['POST', '/chat/archiveChat/a', { lastMessage: [{ key: KEY }], archive: true, chat: '' }],
    'archiveChat',
    { body: { lastMessage: { key: KEY }, archive: true } },
  ],
];
