import { proto } from '@whiskeysockets/baileys';
import type { MessageRecord, SendListBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { sendTo } from './send-to.ts';

export function sendList(actor: Actor, body: SendListBody): Promise<MessageRecord> {
  const { title, description = '', buttonText, footerText = '', sections } = body;
  const listType = proto.Message.ListMessage.ListType.SINGLE_SELECT;
  return sendTo(actor, body, () => ({
    listMessage: { title, description, buttonText, footerText, sections, listType },
  }));
}
