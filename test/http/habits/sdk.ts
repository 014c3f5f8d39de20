import type { Arrival } from '../arrivals.ts';

const ANA = '+5511988887777';

/** A slash before every query, numbers with a plus, null for what is unset, and no body that has no fields. */
export const SDK: Arrival[] = [
  ['a slash before an empty query', ['GET', '/instance/connectionState/a/?'], 'connectionState'],
  [
    'a slash before the query',
    ['GET', '/instance/fetchInstances/?instanceName=a'],
    'fetchInstances',
    { query: { instanceName: 'a' } },
  ],
  ['all chats', ['POST', '/chat/findChats/a/?'], 'findChats', { body: {} }],
  ['all chats, with null', ['POST', '/chat/findChats/a/?', 'null'], 'findChats', { body: {} }],
  [
    'a number with a plus',
    ['POST', '/chat/whatsappNumbers/a/?', { numbers: [ANA] }],
    'whatsappNumbers',
    { body: { numbers: [ANA] } },
  ],
  [
    'null for unset options',
    [
      'POST',
      '/message/sendText/a/?',
      {
        number: ANA,
        text: 'hi',
        delay: null,
        quoted: null,
        linkPreview: null,
        mentionsEveryOne: null,
        mentioned: null,
      },
    ],
    'sendText',
    { body: { number: ANA, text: 'hi', linkPreview: true, mentionsEveryOne: false } },
  ],
  [
    'a poll for as many as there are',
    ['POST', '/message/sendPoll/a/?', { number: ANA, name: 'n', selectableCount: 2, values: ['a', 'b'] }],
    'sendPoll',
    { body: { number: ANA, name: 'n', selectableCount: 2, values: ['a', 'b'], mentionsEveryOne: false } },
  ],
  [
    'a presence',
    ['POST', '/chat/sendPresence/a/?', { number: ANA, presence: 'composing', delay: 1000 }],
    'sendPresence',
    { body: { number: ANA, presence: 'composing', delay: 1000 } },
  ],
  [
    'groups without their members',
    ['GET', '/group/fetchAllGroups/a/?'],
    'fetchAllGroups',
    { query: { getParticipants: false } },
  ],
  [
    'a group',
    ['GET', '/group/findGroupInfos/a/?groupJid=1@g.us'],
    'findGroupInfos',
    { query: { groupJid: '1@g.us' } },
  ],
  ['an end', ['DELETE', '/instance/delete/a/?'], 'deleteInstance'],
];
