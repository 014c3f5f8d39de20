import { deleteInstance as deleteRows } from '../../store/instances.ts';
import type { Handler } from '../call.ts';

export const deleteInstance: Handler<'deleteInstance'> = async ({ path }, { sessions, record }) => {
  const { instance, session } = await sessions.require(path.instance);
  if (session.state() === 'open' || session.state() === 'connecting') await session.logout();
  await sessions.forget(instance.id);
  const reference = { instanceName: instance.name, instanceId: instance.id };
  await record(instance.id, async (tx) => ({
    result: undefined,
    events: [
      { type: 'instance.delete', data: reference },
      { type: 'remove.instance', data: null },
    ],
    finish: () => deleteRows(tx, instance.id),
  }));
  return { status: 'SUCCESS', error: false, response: { message: 'Instance deleted' } };
};
