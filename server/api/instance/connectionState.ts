import type { Handler } from '../call.ts';
import { stateOf } from './state-of.ts';

export const connectionState: Handler<'connectionState'> = async ({ path }, { sessions }) =>
  stateOf(await sessions.require(path.instance));
