import { test } from 'node:test';
import type { OperationId } from '../../server/generated/index.ts';
import { assertRefused, call } from './call.ts';
import { operationOf, testRefusals } from './refusals.ts';
import { CLOSED } from './shop.ts';
import type { Team } from './team.ts';

/**
 * Tests what every operation on one group has in common.
 *
 * @param failure the first line of what it says when WhatsApp refuses
 * @param body a good one, without a group; undefined if the operation takes none
 */
export function testGroupRefusals(
  operationId: OperationId,
  failure: string,
  world: () => Team,
  body?: object,
): void {
  const { method, path } = operationOf(operationId);
  const ask = (group: string | undefined, instance = 'shop') =>
    call(world().gateway, method, path.replace('{instance}', instance))
      .query(group === undefined ? {} : { groupJid: group })
      .send(body);

  testRefusals(operationId, () => world().gateway);

  test('400: no group is named', async () => {
    for (const none of [undefined, '', '@g.us']) {
      const response = await ask(none);
      if (none === '@g.us') assertRefused(response, 400, ['"@g.us" is not the JID of a group']);
      else {
        assertRefused(response, 400, [
          'The group id needs to be informed in the query',
          'ex: "groupJid=120362@g.us"',
        ]);
      }
    }
  });

  test('400: the instance is not connected', async () => {
    const message = ['Error: Connection Closed', `The "${CLOSED}" instance is not connected`];
    assertRefused(await ask(world().team, CLOSED), 400, message);
  });

  test('404: there is no such group', async () => {
    assertRefused(await ask('120363999999999999'), 404, [
      failure,
      'Error: item-not-found: there is no such group, or the invite is not valid',
    ]);
  });
}

/** Tests that an operation is refused where the account is a mere member, in words that say so. */
export function testNeedsAdmin(
  operationId: OperationId,
  failure: string,
  world: () => Team,
  body?: object,
): void {
  const { method, path } = operationOf(operationId);
  test('403: the account is no admin of the group', async () => {
    const { gateway, club } = world();
    const route = path.replace('{instance}', 'shop');
    const response = await call(gateway, method, route).query({ groupJid: club }).send(body);
    assertRefused(response, 403);
    const [first, why] = response.body.response.message;
    if (first !== failure || !/is no admin of it$/.test(why)) throw new Error(`${first}; ${why}`);
  });
}
