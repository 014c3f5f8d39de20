import { badRequest } from '../../errors.ts';
import type { Handler } from '../call.ts';

export const logoutInstance: Handler<'logoutInstance'> = async ({ path }, { sessions }) => {
  const { instance, session } = await sessions.require(path.instance);
  const state = session.state();
  if (state === 'close' || state === 'refused')
    throw badRequest(`The "${instance.name}" instance is not connected`);
  await session.logout();
  return { status: 'SUCCESS', error: false, response: { message: 'Instance logged out' } };
};
