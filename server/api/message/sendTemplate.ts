import { badRequest } from '../../errors.ts';
import type { Handler } from '../call.ts';

/** Templates belong to the Cloud API: a phone has none. The text is the one that clients know. */
export const sendTemplate: Handler<'sendTemplate'> = async ({ path }, { sessions }) => {
  await sessions.require(path.instance);
  throw badRequest('Method not available in the Baileys service');
};
