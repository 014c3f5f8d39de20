import { isObject, type JsonObject } from '../input.ts';
import { type BodyChange, isBlank, objectAt, omit, pick, rename } from './fields.ts';
import { withSendOptions } from './send-text.ts';

/** Media that a client left blank are none: a file may take their place. */
const MEDIA = ['media', 'audio', 'video', 'sticker', 'content', 'thumbnailUrl'];

/**
 * A send whose fields version 1 put into an object of their own.
 *
 * @param names fields that are called otherwise in some version
 */
function send(wrapper: string, fields: string[], names: Record<string, string> = {}): BodyChange {
  return (body) => {
    const wrapped = pick(objectAt(body, wrapper), [...fields, ...Object.keys(names)]);
    const beside = isObject(body[wrapper]) ? omit(body, [wrapper]) : body;
    return withoutBlankMedia(rename(withSendOptions({ ...wrapped, ...beside }), names));
  };
}

function withoutBlankMedia(body: JsonObject): JsonObject {
  return omit(
    body,
    MEDIA.filter((name) => isBlank(body[name])),
  );
}

export const sendMedia = send('mediaMessage', ['mediatype', 'mimetype', 'caption', 'fileName', 'media']);

export const sendPtv = send('ptvMessage', ['video']);

export const sendWhatsAppAudio: BodyChange = (body) =>
  send('audioMessage', ['audio'])({ ...pick(objectAt(body, 'options'), ['encoding']), ...body });

export const sendSticker = send('stickerMessage', ['sticker'], { image: 'sticker' });

export const sendStatus = send('statusMessage', [
  ...['type', 'content', 'caption', 'backgroundColor', 'font', 'allContacts', 'statusJidList'],
]);

export const sendLocation = send('locationMessage', ['latitude', 'longitude', 'name', 'address']);

export const sendReaction = send('reactionMessage', ['key', 'reaction']);

export const sendPoll = send('pollMessage', ['name', 'selectableCount', 'values']);

export const sendTemplate = send('templateMessage', ['name', 'language', 'components']);

/** One contact may stand alone. */
export const sendContact: BodyChange = (body) => {
  const { contact, ...rest } = rename(withSendOptions(body), { contactMessage: 'contact' });
  return isObject(contact) ? { ...rest, contact: [contact] } : { ...rest, ...(contact ? { contact } : {}) };
};

export const sendList = send(
  'listMessage',
  ['title', 'description', 'buttonText', 'footerText', 'sections'],
  {
    values: 'sections',
  },
);

const sendFlatButtons = send('buttonMessage', ['title', 'description', 'footer', 'buttons'], {
  footerText: 'footer',
});

export const sendButtons: BodyChange = (body) => {
  const flat = sendFlatButtons(body);
  return Array.isArray(flat.buttons) ? { ...flat, buttons: flat.buttons.map(toButton) } : flat;
};

/** The type is the title in some documentation; version 1 knew no other buttons than replies. */
function toButton(button: unknown): unknown {
  if (!isObject(button)) return button;
  const named = rename(button, { buttonText: 'displayText', buttonId: 'id' });
  if (named.type !== undefined) return named;
  const { title, ...rest } = named;
  return { ...rest, type: title ?? 'reply' };
}
