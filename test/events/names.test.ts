import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSubscribed, SUBSCRIBABLE_EVENTS, toEventName, toWireName } from '../../server/events/names.ts';

test('every spelling of an event leads to its one name', () => {
  const cases = [
    ['MESSAGES_UPSERT', 'MESSAGES_UPSERT'],
    ['messages.upsert', 'MESSAGES_UPSERT'],
    ['messages-upsert', 'MESSAGES_UPSERT'],
    [' Messages_Upsert ', 'MESSAGES_UPSERT'],
    ['group-participants.update', 'GROUP_PARTICIPANTS_UPDATE'],
    ['typebot.change-status', 'TYPEBOT_CHANGE_STATUS'],
    ['GROUP_UPDATE', 'GROUP_UPDATE'],
    ['GROUPS_UPDATE', 'GROUP_UPDATE'],
    ['groups.update', 'GROUP_UPDATE'],
    ['NEW_JWT_TOKEN', 'NEW_JWT_TOKEN'],
    ['CREDS_UPDATE', undefined],
    ['__proto__', undefined],
    ['', undefined],
  ] as const;
  for (const [spelling, name] of cases) assert.equal(toEventName(spelling), name, spelling);
  for (const name of SUBSCRIBABLE_EVENTS) assert.equal(toEventName(toWireName(name)), name);
});

test('a subscription covers what it names, an empty one everything', () => {
  assert.equal(isSubscribed([], 'call'), true);
  assert.equal(isSubscribed(['GROUP_UPDATE'], 'groups.update'), true);
  assert.equal(isSubscribed(['GROUP_UPDATE'], 'groups.upsert'), false);
});
