import { randomUUID } from 'node:crypto';
import type { proto } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { ButtonType, MessageButton, MessageRecord, SendButtonsBody } from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import { buttonParams } from './button-params.ts';
import { image, type Prepare, uploaded } from './media.ts';
import { type MakeContent, sendTo } from './send-to.ts';

/** What WhatsApp calls each kind of button. */
const FLOWS: Record<ButtonType, string> = {
  reply: 'quick_reply',
  copy: 'cta_copy',
  url: 'cta_url',
  call: 'cta_call',
  pix: 'payment_info',
};

/** @throws HttpError 400 for buttons that do not go together */
export async function sendButtons(actor: Actor, body: SendButtonsBody): Promise<MessageRecord> {
  check(body.buttons);
  const buttons = body.buttons.map((button) => ({
    name: FLOWS[button.type],
    buttonParamsJson: JSON.stringify(buttonParams(button)),
  }));
  const messageParamsJson = JSON.stringify({ from: 'api', templateId: randomUUID() });
  return sendTo(actor, body, async (...to) => {
    const shown = await surroundings(actor, body, to);
    const interactiveMessage = { ...shown, nativeFlowMessage: { buttons, messageParamsJson } };
    return { viewOnceMessage: { message: { interactiveMessage } } };
  });
}

/** The rules of WhatsApp, in the words that clients know (wire-contract 2.3). */
function check(buttons: MessageButton[]): void {
  const count = (type: ButtonType) => buttons.filter((button) => button.type === type).length;
  const [replies, payments] = [count('reply'), count('pix')];
  if (payments > 1) throw badRequest('Only one PIX button is allowed');
  if (payments > 0 && buttons.length > payments)
    throw badRequest('PIX button cannot be mixed with other button types');
  if (replies > 3) throw badRequest('Maximum of 3 reply buttons allowed');
  if (replies > 0 && buttons.length > replies)
    throw badRequest('Reply buttons cannot be mixed with other button types');
}

/** What stands around the buttons. */
async function surroundings(
  actor: Actor,
  { title, description, footer, thumbnailUrl }: SendButtonsBody,
  to: Parameters<MakeContent>,
): Promise<proto.Message.IInteractiveMessage> {
  const text = [title && `*${title}*`, description].filter(Boolean).join('\n\n');
  const picture: Prepare = (source, workshop) => image(source, workshop, {});
  const header = thumbnailUrl ? await uploaded(actor, thumbnailUrl, picture)(...to) : undefined;
  const { imageMessage } = header ?? {};
  return {
    ...(text && { body: { text } }),
    ...(footer && { footer: { text: footer } }),
    ...(imageMessage && { header: { hasMediaAttachment: true, imageMessage } }),
  };
}
