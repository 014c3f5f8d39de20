import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createInflate, inflate } from 'node:zlib';
import {
  type Chat,
  type Contact,
  isHostedLidUser,
  isLidUser,
  type LIDMapping,
  processHistoryMessage,
  proto,
  type WAMessage,
} from '@whiskeysockets/baileys';
import type { HistoryNotification } from './past-notice.ts';
import { fieldsOf } from './protobuf-fields.ts';

/** What a part of the history holds. The messages, which are most of it, stay encoded until they are taken. */
export interface PastContent {
  progress: number | undefined;
  chats: Chat[];
  contacts: Contact[];
  lidPnMappings: LIDMapping[];
  /** In batches of at most `size`, each to be decoded when it is its turn. */
  batches(size: number): Generator<() => WAMessage[]>;
}

const { HistorySync, Conversation, HistorySyncMsg } = proto;

/** Numbers of fields in WAProto.proto. */
const CONVERSATIONS = 2;
const MESSAGES = 2;

/** So many messages of a chat are looked at for the number of a person who is named by a LID only. */
const LOOKED_AT = 200;

/** The encoded HistorySync of a notification, which holds it, or says where `download` gets it. */
export async function fetchContent(
  notification: HistoryNotification,
  download: (notification: HistoryNotification) => Promise<Readable>,
  signal: AbortSignal,
): Promise<Buffer> {
  const { initialHistBootstrapInlinePayload: inline } = notification;
  if (inline?.length) return promisify(inflate)(inline);
  const deflated = await download(notification);
  const inflated = createInflate();
  const [content] = await Promise.all([buffer(inflated), pipeline(deflated, inflated, { signal })]);
  return content;
}

/** @throws Error if it is no HistorySync */
export function readContent(content: Buffer): PastContent {
  const conversations: Buffer[] = [];
  const others: Buffer[] = [];
  for (const { number, whole, value } of fieldsOf(content)) {
    if (number === CONVERSATIONS) conversations.push(value);
    else others.push(whole);
  }
  const history = HistorySync.decode(Buffer.concat(others));
  history.conversations = conversations.map(withoutMessages);
  const { chats, contacts, lidPnMappings, progress } = processHistoryMessage(history);
  return {
    ...{ chats, contacts, lidPnMappings, progress: progress ?? undefined },
    *batches(size) {
      for (const batch of batched(encodedMessages(conversations), size)) yield () => batch.flatMap(decode);
    },
  };
}

function withoutMessages(conversation: Buffer): proto.IConversation {
  const fields = [...fieldsOf(conversation)].flatMap((field) => (field.number === MESSAGES ? [] : [field]));
  const chat = Conversation.decode(Buffer.concat(fields.map(({ whole }) => whole)));
  const isNameless = (isLidUser(chat.id) || isHostedLidUser(chat.id)) && !chat.pnJid;
  if (isNameless) {
    const [first = []] = batched(encodedMessages([conversation]), LOOKED_AT);
    chat.messages = first.map((message) => HistorySyncMsg.decode(message));
  }
  return chat;
}

function* encodedMessages(conversations: Buffer[]): Generator<Buffer> {
  for (const conversation of conversations)
    for (const { number, value } of fieldsOf(conversation)) if (number === MESSAGES) yield value;
}

function* batched<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function decode(encoded: Buffer): WAMessage[] {
  const { message } = HistorySyncMsg.decode(encoded);
  return message?.key ? [message as WAMessage] : [];
}
