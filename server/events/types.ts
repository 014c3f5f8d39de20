import type { EventRecord } from '../store/schema.ts';

/** What each event carries as `data` (wire-contract 3.3). */
export interface EventPayloads {
  'qrcode.updated': QrcodeUpdate | QrcodeLimit;
  'connection.update': ConnectionUpdate;
  'messages.upsert': MessagePayload;
  'messages.update': MessageUpdate;
  'send.message': MessagePayload;
}

export type EventName = keyof EventPayloads;

/** An event that is about to be recorded. */
export type NewEvent = { [Name in EventName]: { type: Name; data: EventPayloads[Name] } }[EventName];

/** An event that is recorded, and the webhooks it is queued for. */
export interface RecordedEvent extends EventRecord {
  webhookIds: string[];
}

export interface QrcodeUpdate {
  qrcode: { instance: string; pairingCode: string | null; code: string; base64: string };
}

export interface QrcodeLimit {
  message: string;
  statusCode: number;
}

export interface ConnectionUpdate {
  instance: string;
  state: 'connecting' | 'open' | 'close' | 'refused';
  statusReason: number;
  wuid?: string;
  profileName?: string | null;
  profilePictureUrl?: string | null;
}

/** The message record of wire-contract 6.1. */
export interface MessagePayload {
  key: MessagePayloadKey;
  pushName: string | null;
  status: string;
  message: Record<string, unknown>;
  contextInfo: Record<string, unknown> | null;
  messageType: string;
  /** Seconds. */
  messageTimestamp: number;
  instanceId: string;
  source: string;
}

export interface MessagePayloadKey {
  id: string;
  fromMe: boolean;
  remoteJid: string;
  remoteJidAlt?: string;
  participant?: string;
  participantAlt?: string;
  addressingMode?: string;
}

export interface MessageUpdate {
  /** The row's id. */
  messageId: string;
  /** WhatsApp's id. */
  keyId: string;
  remoteJid: string;
  fromMe: boolean;
  participant?: string;
  status: string;
  instanceId: string;
}
