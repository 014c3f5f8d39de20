import { HttpError, unauthorized } from '../../errors.ts';
import { type InstanceFilter, listInstances } from '../../store/instances.ts';
import type { Handler } from '../call.ts';
import { toInstanceRow } from './instance-row.ts';

/** The global key sees every instance; a token its own, and nothing of others, not even whether they exist. */
export const fetchInstances: Handler<'fetchInstances'> = async ({ query }, call) => {
  const { principal, db } = call;
  const filter = toFilter(query);
  const own = principal?.kind === 'instance' ? principal.instanceId : undefined;
  const found = await listInstances(db, filter);
  const seen = own ? found.filter(({ id }) => id === own) : found;
  const asked = query.instanceName ?? query.instanceId ?? query.number;
  if (seen.length === 0 && asked !== undefined) {
    throw own ? unauthorized() : new HttpError(404, [`Instance "${asked}" not found`]);
  }
  return seen.map((row) => toInstanceRow(row, call));
};

function toFilter({ instanceName, instanceId, number }: Record<string, string | undefined>): InstanceFilter {
  return {
    ...(instanceName !== undefined && { name: instanceName }),
    ...(instanceId !== undefined && { id: instanceId }),
    ...(number !== undefined && { number }),
  };
}
