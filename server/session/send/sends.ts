import type {
  MessageRecord,
  SendButtonsBody,
  SendContactBody,
  SendListBody,
  SendLocationBody,
  SendMediaBody,
  SendPollBody,
  SendPtvBody,
  SendReactionBody,
  SendStatusBody,
  SendStickerBody,
  SendTextBody,
  SendWhatsAppAudioBody,
} from '../../generated/index.ts';
import type { MediaFile } from '../../media/source.ts';
import type { Actor } from '../actor.ts';
import { sendButtons } from './buttons.ts';
import { sendContact } from './contact.ts';
import { sendList } from './list.ts';
import { sendLocation } from './location.ts';
import { sendMedia, sendPtv, sendWhatsAppAudio } from './media.ts';
import { sendPoll } from './poll.ts';
import { sendReaction } from './reaction.ts';
import { sendStatus } from './status.ts';
import { sendSticker } from './sticker.ts';
import { sendText } from './text.ts';

type Sent = Promise<MessageRecord>;

/**
 * All that can be sent. Each throws HttpError 400 when the number is not on WhatsApp or the message cannot be
 * made or sent, 404 for a group that does not exist, 500 when WhatsApp does not take a medium. A file takes
 * the place of the medium in the body.
 */
export interface Sends {
  sendText(body: SendTextBody): Sent;
  sendMedia(body: SendMediaBody, file?: MediaFile): Sent;
  sendPtv(body: SendPtvBody, file?: MediaFile): Sent;
  sendWhatsAppAudio(body: SendWhatsAppAudioBody, file?: MediaFile): Sent;
  sendSticker(body: SendStickerBody, file?: MediaFile): Sent;
  sendStatus(body: SendStatusBody, file?: MediaFile): Sent;
  sendLocation(body: SendLocationBody): Sent;
  sendContact(body: SendContactBody): Sent;
  sendReaction(body: SendReactionBody): Sent;
  sendPoll(body: SendPollBody): Sent;
  sendList(body: SendListBody): Sent;
  sendButtons(body: SendButtonsBody): Sent;
}

export function createSends(actor: Actor): Sends {
  return {
    sendText: (body) => sendText(actor, body),
    sendMedia: (body, file) => sendMedia(actor, body, file),
    sendPtv: (body, file) => sendPtv(actor, body, file),
    sendWhatsAppAudio: (body, file) => sendWhatsAppAudio(actor, body, file),
    sendSticker: (body, file) => sendSticker(actor, body, file),
    sendStatus: (body, file) => sendStatus(actor, body, file),
    sendLocation: (body) => sendLocation(actor, body),
    sendContact: async (body) => sendContact(actor, body),
    sendReaction: (body) => sendReaction(actor, body),
    sendPoll: async (body) => sendPoll(actor, body),
    sendList: (body) => sendList(actor, body),
    sendButtons: (body) => sendButtons(actor, body),
  };
}
