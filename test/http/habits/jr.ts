import type { Arrival } from '../arrivals.ts';

const KEY = { id: '3EB0A1', fromMe: true, remoteJid: '55@s.whatsapp.net' };
const CALM = {
  rejectCall: true,
  msgCall: 'no',
  groupsIgnore: true,
  alwaysOnline: false,
  readMessages: false,
};
const CALM_TOO = { readStatus: false, syncFullHistory: false };

/** A base path, PUT, snake case, and the bodies of version 1. */
export const JR: Arrival[] = [
  ['a slash at the end', ['GET', '/instance/fetchInstances/'], 'fetchInstances'],
  ['a base path', ['GET', '/whatsapp/instance/fetchInstances/'], 'fetchInstances'],
  ['a restart by PUT', ['PUT', '/whatsapp/instance/restart/a'], 'restartInstance'],
  [
    'a new instance in snake case',
    [
      'POST',
      '/instance/create',
      {
        instanceName: 'a',
        webhook: 'https://h.test/x',
        webhook_by_events: true,
        events: ['QRCODE_UPDATED'],
        reject_call: true,
        groups_ignore: true,
        msg_call: 'no',
      },
    ],
    'createInstance',
    {
      body: {
        instanceName: 'a',
        qrcode: false,
        ...CALM,
        ...CALM_TOO,
        webhook: {
          enabled: true,
          url: 'https://h.test/x',
          byEvents: true,
          base64: false,
          events: ['QRCODE_UPDATED'],
        },
      },
    },
  ],
  [
    'settings in snake case',
    [
      'POST',
      '/settings/set/a',
      {
        reject_call: true,
        msg_call: 'no',
        groups_ignore: true,
        always_online: false,
        read_messages: false,
        read_status: false,
        sync_full_history: false,
      },
    ],
    'setSettings',
    { body: { ...CALM, ...CALM_TOO } },
  ],
  [
    'a flat webhook in snake case',
    [
      'POST',
      '/webhook/set/a',
      {
        url: 'https://h.test/x',
        webhook_by_events: false,
        webhook_base64: false,
        events: ['messages.upsert'],
      },
    ],
    'setWebhook',
    {
      body: {
        webhook: {
          enabled: true,
          url: 'https://h.test/x',
          byEvents: false,
          base64: false,
          events: ['MESSAGES_UPSERT'],
        },
      },
    },
  ],
  [
    'a flat websocket',
    ['POST', '/websocket/set/a', { enabled: true, events: [] }],
    'setWebsocket',
    { body: { websocket: { enabled: true, events: [] } } },
  ],
  [
    'a text of version 1',
    [
      'POST',
      '/message/sendText/a',
      { number: '55', options: { delay: 1200, presence: 'composing' }, textMessage: { text: 'hi' } },
    ],
    'sendText',
    { body: { number: '55', text: 'hi', delay: 1200, linkPreview: true, mentionsEveryOne: false } },
  ],
  [
    'a reaction of version 1',
    ['POST', '/message/sendReaction/a', { reactionMessage: { key: KEY, reaction: '👍' } }],
    'sendReaction',
    { body: { key: KEY, reaction: '👍' } },
  ],
  [
    'an invented path and body',
    ['POST', '/chat/checkIsWhatsApp/a', { number: '55' }],
    'whatsappNumbers',
    { body: { numbers: ['55'] } },
  ],
  [
    'read by PUT, in snake case',
    ['PUT', '/chat/markMessageAsRead/a', { read_messages: [KEY] }],
    'markMessageAsRead',
    { body: { readMessages: [KEY] } },
  ],
  [
    'an edit by PUT',
    ['PUT', '/chat/updateMessage/a', { number: 55, text: 'hi', key: KEY }],
    'updateMessage',
    { body: { number: '55', text: 'hi', key: KEY } },
  ],
  ['chats by GET', ['GET', '/chat/findChats/a'], 'findChats', { body: {} }],
  [
    'a subject by PUT',
    ['PUT', '/group/updateGroupSubject/a', { groupJid: '1@g.us', subject: 'Team' }],
    'updateGroupSubject',
    { body: { groupJid: '1@g.us', subject: 'Team' } },
  ],
  ['a picture removed by PUT', ['PUT', '/profile/removeProfilePicture/a'], 'removeProfilePicture'],
  [
    'privacy by PUT',
    ['PUT', '/profile/updatePrivacySettings/a', { last: 'none', online: '' }],
    'updatePrivacySettings',
    { body: { last: 'none' } },
  ],
];
