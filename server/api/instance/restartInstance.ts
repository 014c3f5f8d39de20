import type { Handler } from '../call.ts';
import { stateOf } from './state-of.ts';

export const restartInstance: Handler<'restartInstance'> = async ({ path }, { sessions }) => {
  const found = await sessions.require(path.instance);
  const qr = await found.session.restart();
  return qr ?? stateOf(found);
};
