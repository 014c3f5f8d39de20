import { badRequest } from '../../errors.ts';
import type { MessageRecord, SendPollBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { sendTo } from './send-to.ts';

/** What WhatsApp's servers are told of a poll. */
const POLL = { tag: 'meta', attrs: { polltype: 'creation' } };

/** Every poll is a `pollCreationMessageV3`: what clients read (wire-contract 2.3). */
export function sendPoll(actor: Actor, body: SendPollBody): Promise<MessageRecord> {
  const { name, selectableCount, values } = body;
  if (selectableCount > values.length)
    throw badRequest(`instance.selectableCount must be at most ${values.length}, the number of values`);
  const pollCreationMessageV3 = {
    ...{ name, selectableOptionsCount: selectableCount },
    options: values.map((optionName) => ({ optionName })),
  };
  return sendTo(actor, body, () => ({ pollCreationMessageV3 }), { nodes: [POLL] });
}
