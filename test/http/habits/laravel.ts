import type { Arrival } from '../arrivals.ts';

const ANA = '55@s.whatsapp.net';
const GROUP = '1@g.us';
const HOOK = { enabled: true, url: 'https://h.test/x', events: ['MESSAGES_UPSERT'] };

/** `[]` for an empty body, null for what is unset, numbers for texts, and some verbs of its own. */
export const LARAVEL: Arrival[] = [
  ['[] for no body', ['POST', '/instance/restart/a', []], 'restartInstance'],
  ['[] for no filter', ['POST', '/chat/findContacts/a', []], 'findContacts', { body: {} }],
  ['[] with DELETE', ['DELETE', '/instance/logout/a', []], 'logoutInstance'],
  [
    'a code by POST',
    ['POST', '/instance/connect/a', { number: '5511' }],
    'connectInstance',
    { query: { number: '5511' } },
  ],
  ['null for the number', ['POST', '/instance/connect/a', { number: null }], 'connectInstance'],
  [
    'only the setting that changed',
    ['POST', '/settings/set/a', { rejectCall: true, msgCall: null }],
    'setSettings',
    { body: { rejectCall: true } },
  ],
  [
    'a flat webhook',
    ['POST', '/webhook/set/a', { ...HOOK, webhookByEvents: false, webhookBase64: true }],
    'setWebhook',
    { body: { webhook: { ...HOOK, byEvents: false, base64: true } } },
  ],
  [
    'options beside the text',
    [
      'POST',
      '/message/sendText/a',
      { number: 55, text: 'hi', options: { delay: 1000, quoted: { key: { id: '3EB0A1' } } } },
    ],
    'sendText',
    {
      body: {
        number: '55',
        text: 'hi',
        delay: 1000,
        quoted: { key: { id: '3EB0A1' } },
        linkPreview: true,
        mentionsEveryOne: false,
      },
    },
  ],
  [
    'null for what is unset',
    ['POST', '/message/sendPtv/a', { number: '55', video: 'https://h.test/x', delay: null, quoted: null }],
    'sendPtv',
    { body: { number: '55', video: 'https://h.test/x', mentionsEveryOne: false } },
  ],
  [
    'buttons of version 1',
    [
      'POST',
      '/message/sendButtons/a',
      { number: '55', title: 't', description: 'd', buttons: [{ buttonId: 'y', buttonText: 'Yes' }] },
    ],
    'sendButtons',
    {
      body: {
        number: '55',
        title: 't',
        description: 'd',
        buttons: [{ type: 'reply', id: 'y', displayText: 'Yes' }],
        mentionsEveryOne: false,
      },
    },
  ],
  [
    'pages of chats',
    ['GET', '/chat/findChats/a?page=1&limit=20'],
    'findChats',
    { body: { page: 1, offset: 20 } },
  ],
  [
    'seconds for times',
    [
      'POST',
      '/chat/findMessages/a',
      {
        where: { key: { remoteJid: ANA }, messageTimestamp: { gte: 1741064767, lte: 1741064800 } },
        limit: 100,
      },
    ],
    'findMessages',
    {
      body: {
        where: { key: { remoteJid: ANA }, messageTimestamp: { gte: '1741064767', lte: '1741064800' } },
        limit: 100,
        page: 1,
      },
    },
  ],
  [
    'the chat alone',
    ['POST', '/chat/markChatUnread/a', { chat: ANA }],
    'markChatUnread',
    { body: { chat: ANA } },
  ],
  [
    'a message without an id',
    ['POST', '/chat/archiveChat/a', { lastMessage: { key: { remoteJid: ANA } }, archive: false }],
    'archiveChat',
    { body: { chat: ANA, archive: false } },
  ],
  [
    'an invented path',
    ['POST', '/chat/blockContact/a', { number: '55', status: 'block' }],
    'updateBlockStatus',
    { body: { number: '55', status: 'block' } },
  ],
  ['its own profile', ['GET', '/profile/fetchProfile/a'], 'fetchProfile', { body: {} }],
  [
    'the group in the body, by PUT',
    ['PUT', '/group/revokeInviteCode/a', { groupJid: GROUP }],
    'revokeInviteCode',
    { query: { groupJid: GROUP } },
  ],
  [
    'the group in the body, by DELETE',
    ['DELETE', '/group/leaveGroup/a', { groupJid: GROUP }],
    'leaveGroup',
    { query: { groupJid: GROUP } },
  ],
  [
    'a code by POST',
    ['POST', '/group/acceptInviteCode/a', { inviteCode: 'GkSg' }],
    'acceptInviteCode',
    { query: { inviteCode: 'GkSg' } },
  ],
  [
    'a proxy with a number for a port',
    ['POST', '/proxy/set/a', { enabled: true, host: 'p', port: 1080, protocol: 'socks5', username: null }],
    'setProxy',
    { body: { enabled: true, host: 'p', port: '1080', protocol: 'socks5' } },
  ],
];
