import type { MessageRecord, SendStickerBody } from '../../generated/index.ts';
import type { MediaFile } from '../../media/source.ts';
import { prepareSticker } from '../../media/sticker.ts';
import type { Actor } from '../actor.ts';
import { type Prepare, sendMedium } from './media.ts';

/** @param file takes the place of `sticker` */
export function sendSticker(actor: Actor, body: SendStickerBody, file?: MediaFile): Promise<MessageRecord> {
  const prepare: Prepare = async (source, { folder }) => {
    const { path, ...facts } = await prepareSticker(source.path, folder, body.notConvertSticker);
    return { kind: 'sticker', path, fields: { mimetype: 'image/webp', ...facts } };
  };
  return sendMedium(actor, body, file ?? body.sticker, prepare);
}
