import { deleteInstance as deleteRows } from '../../store/instances.ts';
import type { Handler } from '../call.ts';

export const deleteInstance: Handler<'deleteInstance'> = async ({ path }, { sessions, db }) => {
  const { instance, session } = await sessions.require(path.instance);
  if (session.state() === 'open' || session.state() === 'connecting') await session.logout();
  await sessions.forget(instance.id);
  await deleteRows(db, instance.id);
  return { status: 'SUCCESS', error: false, response: { message: 'Instance deleted' } };
};
