import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type OperationId, operations } from '../../server/generated/index.ts';
import { adapterFor, routesOf } from '../../server/http/compat.ts';
import { readSpec } from '../../server/http/spec.ts';

const spec = readSpec();

function operationOf(id: OperationId) {
  const found = operations.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`there is no operation ${id}`);
  return found;
}

for (const id of [
  'updateGroupPicture',
  'updateGroupSubject',
  'updateGroupDescription',
  'revokeInviteCode',
  'updateParticipant',
  'updateGroupSetting',
  'toggleEphemeral',
] as const) {
  test(`${id} is reached by POST and by PUT`, () => {
    const methods = routesOf(operationOf(id)).map(({ method }) => method);
    assert.deepEqual(methods, ['POST', 'PUT']);
  });
}

const adapt = (id: OperationId, given: { query?: Record<string, string>; body?: unknown }) => {
  const { query, body } = adapterFor(
    spec,
    operationOf(id),
  )({ path: {}, query: {}, body: undefined, ...given });
  return { query, body };
};

for (const id of [
  'fetchInviteCode',
  'revokeInviteCode',
  'findGroupInfos',
  'findParticipants',
  'leaveGroup',
] as const) {
  test(`${id}: the group may stand in the body; the query wins`, () => {
    assert.deepEqual(adapt(id, { body: { groupJid: '1@g.us' } }).query, { groupJid: '1@g.us' });
    const both = adapt(id, { query: { groupJid: '2@g.us' }, body: { groupJid: '1@g.us' } });
    assert.deepEqual(both.query, { groupJid: '2@g.us' });
  });
}

test('fetchAllGroups: a boolean in any case, in the query or the body, or blank', () => {
  for (const [given, expected] of [
    [{ query: { getParticipants: 'True' } }, { getParticipants: true }],
    [{ query: { getParticipants: 'false' } }, { getParticipants: false }],
    [{ body: { getParticipants: true } }, { getParticipants: true }],
    [{ query: { getParticipants: '' } }, {}],
  ] as const) {
    assert.deepEqual(adapt('fetchAllGroups', given).query, expected);
  }
});

test('setProxy: blanks, numbers, and the object of version 1', () => {
  const proxy = { host: 'p', port: '1080', protocol: 'socks5' };
  for (const [given, expected] of [
    [
      { enabled: '', host: '1234', port: '', protocol: '' },
      { enabled: false, host: '1234' },
    ],
    [
      { enabled: 'True', ...proxy, username: null, password: '' },
      { enabled: true, ...proxy },
    ],
    [
      { enabled: true, proxy },
      { enabled: true, ...proxy },
    ],
  ] as const) {
    assert.deepEqual(adapt('setProxy', { body: given }).body, expected);
  }
});
