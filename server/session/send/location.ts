import type { MessageRecord, SendLocationBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { sendTo } from './send-to.ts';

export function sendLocation(actor: Actor, body: SendLocationBody): Promise<MessageRecord> {
  const { latitude, longitude, name, address } = body;
  return sendTo(actor, body, () => ({
    locationMessage: {
      ...{ degreesLatitude: latitude, degreesLongitude: longitude },
      ...(name && { name }),
      ...(address && { address }),
    },
  }));
}
