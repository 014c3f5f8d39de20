// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

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
  SendTemplateBody,
  SendTextBody,
  SendWhatsAppAudioBody,
} from '../models/index.ts';

export interface SendButtonsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendButtonsBody;
}

export interface SendContactInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendContactBody;
}

export interface SendListInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendListBody;
}

export interface SendLocationInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendLocationBody;
}

export interface SendMediaInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendMediaBody;
}

export interface SendPollInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendPollBody;
}

export interface SendPtvInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendPtvBody;
}

export interface SendReactionInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendReactionBody;
}

export interface SendStatusInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendStatusBody;
}

export interface SendStickerInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendStickerBody;
}

export interface SendTemplateInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendTemplateBody;
}

export interface SendTextInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendTextBody;
}

export interface SendWhatsAppAudioInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SendWhatsAppAudioBody;
}

export interface MessageApi<Context> {
  /** POST /message/sendButtons/{instance}: Send buttons */
  sendButtons(input: SendButtonsInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendContact/{instance}: Send contacts */
  sendContact(input: SendContactInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendList/{instance}: Send a list to choose from */
  sendList(input: SendListInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendLocation/{instance}: Send a place */
  sendLocation(input: SendLocationInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendMedia/{instance}: Send a picture, video, document or audio file */
  sendMedia(input: SendMediaInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendPoll/{instance}: Send a poll */
  sendPoll(input: SendPollInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendPtv/{instance}: Send a round video */
  sendPtv(input: SendPtvInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendReaction/{instance}: React to a message */
  sendReaction(input: SendReactionInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendStatus/{instance}: Post a status update */
  sendStatus(input: SendStatusInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendSticker/{instance}: Send a sticker */
  sendSticker(input: SendStickerInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendTemplate/{instance}: Refuse a template of the Cloud API */
  sendTemplate(input: SendTemplateInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendText/{instance}: Send a text */
  sendText(input: SendTextInput, ctx: Context): Promise<MessageRecord>;
  /** POST /message/sendWhatsAppAudio/{instance}: Send a voice message */
  sendWhatsAppAudio(input: SendWhatsAppAudioInput, ctx: Context): Promise<MessageRecord>;
}
