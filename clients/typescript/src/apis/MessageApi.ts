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
import type { Http } from '../runtime.ts';

export interface SendButtonsParams {
  instance: string;
  idempotencyKey?: string;
  body: SendButtonsBody;
}

export interface SendContactParams {
  instance: string;
  idempotencyKey?: string;
  body: SendContactBody;
}

export interface SendListParams {
  instance: string;
  idempotencyKey?: string;
  body: SendListBody;
}

export interface SendLocationParams {
  instance: string;
  idempotencyKey?: string;
  body: SendLocationBody;
}

export interface SendMediaParams {
  instance: string;
  idempotencyKey?: string;
  body: SendMediaBody;
}

export interface SendPollParams {
  instance: string;
  idempotencyKey?: string;
  body: SendPollBody;
}

export interface SendPtvParams {
  instance: string;
  idempotencyKey?: string;
  body: SendPtvBody;
}

export interface SendReactionParams {
  instance: string;
  idempotencyKey?: string;
  body: SendReactionBody;
}

export interface SendStatusParams {
  instance: string;
  idempotencyKey?: string;
  body: SendStatusBody;
}

export interface SendStickerParams {
  instance: string;
  idempotencyKey?: string;
  body: SendStickerBody;
}

export interface SendTemplateParams {
  instance: string;
  idempotencyKey?: string;
  body: SendTemplateBody;
}

export interface SendTextParams {
  instance: string;
  idempotencyKey?: string;
  body: SendTextBody;
}

export interface SendWhatsAppAudioParams {
  instance: string;
  idempotencyKey?: string;
  body: SendWhatsAppAudioBody;
}

export class MessageApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Send buttons. POST /message/sendButtons/{instance} */
  sendButtons(params: SendButtonsParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendButtons/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send contacts. POST /message/sendContact/{instance} */
  sendContact(params: SendContactParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendContact/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a list to choose from. POST /message/sendList/{instance} */
  sendList(params: SendListParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendList/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a place. POST /message/sendLocation/{instance} */
  sendLocation(params: SendLocationParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendLocation/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a picture, video, document or audio file. POST /message/sendMedia/{instance} */
  sendMedia(params: SendMediaParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendMedia/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a poll. POST /message/sendPoll/{instance} */
  sendPoll(params: SendPollParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendPoll/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a round video. POST /message/sendPtv/{instance} */
  sendPtv(params: SendPtvParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendPtv/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** React to a message. POST /message/sendReaction/{instance} */
  sendReaction(params: SendReactionParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendReaction/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Post a status update. POST /message/sendStatus/{instance} */
  sendStatus(params: SendStatusParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendStatus/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a sticker. POST /message/sendSticker/{instance} */
  sendSticker(params: SendStickerParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendSticker/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Refuse a template of the Cloud API. POST /message/sendTemplate/{instance} */
  sendTemplate(params: SendTemplateParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendTemplate/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a text. POST /message/sendText/{instance} */
  sendText(params: SendTextParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendText/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }

  /** Send a voice message. POST /message/sendWhatsAppAudio/{instance} */
  sendWhatsAppAudio(params: SendWhatsAppAudioParams, signal?: AbortSignal): Promise<MessageRecord> {
    return this.#http.request({
      method: 'POST',
      path: '/message/sendWhatsAppAudio/{instance}',
      params: { instance: params.instance },
      query: {},
      headers: { 'Idempotency-Key': params.idempotencyKey },
      body: params.body,
      signal,
    });
  }
}
