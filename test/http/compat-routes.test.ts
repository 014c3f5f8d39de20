import assert from 'node:assert/strict';
import { test } from 'node:test';
import request from 'supertest';
import { operations } from '../../server/generated/index.ts';
import { routesOf } from '../../server/http/compat.ts';
import { exampleBody, exampleQuery } from '../support/examples.ts';
import { GLOBAL_KEY, testApp } from './test-app.ts';

/** Verbs and paths beside those of the spec (wire-contract, appendix A, and what its clients invent). */
const ALIASES: Record<string, string[]> = {
  restartInstance: ['PUT /instance/restart/{instance}'],
  connectInstance: ['POST /instance/connect/{instance}'],
  markMessageAsRead: ['PUT /chat/markMessageAsRead/{instance}'],
  archiveChat: ['PUT /chat/archiveChat/{instance}'],
  markChatUnread: ['PUT /chat/markChatUnread/{instance}'],
  updateMessage: ['PUT /chat/updateMessage/{instance}'],
  updateBlockStatus: [
    ...['PUT /chat/updateBlockStatus/{instance}', 'POST /message/updateBlockStatus/{instance}'],
    ...[
      'PUT /message/updateBlockStatus/{instance}',
      'POST /chat/blockContact/{instance}',
      'PUT /chat/blockContact/{instance}',
    ],
  ],
  whatsappNumbers: ['POST /chat/checkIsWhatsApp/{instance}', 'POST /chat/checkIsWhatsappNumber/{instance}'],
  findChats: ['GET /chat/findChats/{instance}'],
  findContacts: ['GET /chat/findContacts/{instance}'],
  fetchBusinessProfile: ['POST /profile/fetchBusinessProfile/{instance}'],
  fetchProfile: [
    'GET /chat/fetchProfile/{instance}',
    'POST /profile/fetchProfile/{instance}',
    'GET /profile/fetchProfile/{instance}',
  ],
  updateProfileName: ['POST /profile/updateProfileName/{instance}'],
  updateProfileStatus: ['POST /profile/updateProfileStatus/{instance}'],
  updateProfilePicture: [
    ...['PUT /chat/updateProfilePicture/{instance}', 'POST /profile/updateProfilePicture/{instance}'],
    ...['PUT /profile/updateProfilePicture/{instance}'],
  ],
  removeProfilePicture: [
    ...['PUT /chat/removeProfilePicture/{instance}', 'DELETE /profile/removeProfilePicture/{instance}'],
    ...['PUT /profile/removeProfilePicture/{instance}'],
  ],
  fetchPrivacySettings: ['GET /profile/fetchPrivacySettings/{instance}'],
  updatePrivacySettings: [
    ...['PUT /chat/updatePrivacySettings/{instance}', 'POST /profile/updatePrivacySettings/{instance}'],
    ...['PUT /profile/updatePrivacySettings/{instance}'],
  ],
  updateGroupSubject: ['PUT /group/updateGroupSubject/{instance}'],
  updateGroupPicture: ['PUT /group/updateGroupPicture/{instance}'],
  updateGroupDescription: ['PUT /group/updateGroupDescription/{instance}'],
  revokeInviteCode: ['PUT /group/revokeInviteCode/{instance}'],
  updateParticipant: ['PUT /group/updateParticipant/{instance}'],
  updateGroupSetting: ['PUT /group/updateSetting/{instance}'],
  toggleEphemeral: ['PUT /group/toggleEphemeral/{instance}'],
  acceptInviteCode: ['POST /group/acceptInviteCode/{instance}'],
};

const { app, calls } = await testApp();

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

for (const operation of operations) {
  const { operationId, method, path } = operation;
  const routes = routesOf(operation).map((route) => `${route.method} ${route.path}`);

  test(`${operationId} has no other routes than those listed`, () => {
    assert.deepEqual(routes.sort(), [`${method} ${path}`, ...(ALIASES[operationId] ?? [])].sort());
  });

  for (const route of ALIASES[operationId] ?? []) {
    test(`${route} is ${operationId}, with the same input`, async () => {
      calls.length = 0;
      for (const one of [`${method} ${path}`, route]) await send(one);
      const [own, other] = calls;
      assert.equal(other?.operationId, operationId);
      assert.deepEqual(other?.input, own?.input);
    });
  }

  async function send(route: string): Promise<void> {
    const [verb = '', place = ''] = route.split(' ');
    const url = place.replace('{instance}', 'a') + exampleQuery(operation);
    const call = request(app)[VERBS[verb as keyof typeof VERBS]](url).set('apikey', GLOBAL_KEY);
    await call.send(exampleBody(operation)).expect(operation.status);
  }
}
