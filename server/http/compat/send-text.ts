import { isObject, type JsonObject } from '../input.ts';
import { type BodyChange, isBlank, objectAt, omit, pick, rename } from './fields.ts';

const OPTIONS = ['delay', 'quoted', 'linkPreview', 'mentions', 'mentionsEveryOne', 'mentioned'];

/** `options` of version 1; a field that stands beside it wins. */
const withOptions: BodyChange = (body) => ({
  ...pick(objectAt(body, 'options'), OPTIONS),
  ...omit(body, ['options']),
});

const withMentions: BodyChange = (body) => {
  const named = { everyOne: 'mentionsEveryOne' };
  const mentions = rename(pick(objectAt(body, 'mentions'), ['everyOne', 'mentioned']), named);
  return { ...mentions, ...rename(omit(body, ['mentions']), named) };
};

/** Clients send an empty reference when there is nothing to answer. */
const withoutBlankQuoted: BodyChange = (body) =>
  isBlankReference(body.quoted) ? omit(body, ['quoted']) : body;

function isBlankReference(quoted: unknown): boolean {
  return isBlank(quoted) || (isObject(quoted) && isBlank(objectAt(quoted, 'key').id));
}

/** Options that every kind of message has. */
export function withSendOptions(body: JsonObject): JsonObject {
  return withoutBlankQuoted(withMentions(withOptions(body)));
}

/** `textMessage` is the wrapper of version 1. */
export const sendText: BodyChange = (body) =>
  withSendOptions({ ...pick(objectAt(body, 'textMessage'), ['text']), ...omit(body, ['textMessage']) });
