import type { Handler } from '../call.ts';
import { stateOf } from './state-of.ts';

export const connectInstance: Handler<'connectInstance'> = async ({ path, query }, { sessions }) => {
  const found = await sessions.require(path.instance);
  const qr = await found.session.connect(query.number);
  return qr ?? stateOf(found);
};
