import { isObject, type JsonObject } from '../input.ts';
import { type BodyChange, isBlank, objectAt, omit, pick, rename } from './fields.ts';

/** One number may stand under its own name, and several in one text with commas. */
export const whatsappNumbers: BodyChange = ({ number, ...body }) => {
  const { numbers = number } = body;
  if (typeof numbers === 'number') return { ...body, numbers: [numbers] };
  if (typeof numbers !== 'string') return body;
  return { ...body, numbers: numbers.split(',').filter((one) => !isBlank(one)) };
};

/** Some versions have `read_messages`, and one message may stand without a list. */
export const markMessageAsRead: BodyChange = (body) => {
  const renamed = rename(body, { read_messages: 'readMessages' });
  return isObject(renamed.readMessages) ? { ...renamed, readMessages: [renamed.readMessages] } : renamed;
};

/**
 * The last message may be a list, the newest first, and each a message or its key alone. Without an id it
 * says no more than the chat.
 */
export const withLastMessage: BodyChange = (body) => {
  const { lastMessage, ...rest } = body;
  const [last] = [lastMessage].flat();
  const message = isObject(last) && !isObject(last.key) && 'id' in last ? { key: last } : last;
  if (isReference(message)) return { ...rest, lastMessage: message };
  const { remoteJid } = isObject(message) ? objectAt(message, 'key') : {};
  return remoteJid === undefined ? rest : { chat: remoteJid, ...rest };
};

/** An object without an id, as it stands in a form that was left open, refers to nothing. */
function isReference(message: unknown): boolean {
  if (!isObject(message)) return !isBlank(message);
  return !isObject(message.key) || !isBlank(message.key.id);
}

const PRESENCE = ['number', 'presence', 'delay'];

/** The documentation of version 2 has the fields in `options`. */
export const sendPresence: BodyChange = (body: JsonObject) => ({
  ...pick(objectAt(body, 'options'), PRESENCE),
  ...omit(body, ['options']),
});
