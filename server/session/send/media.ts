import { badRequest } from '../../errors.ts';
import type {
  MessageRecord,
  SendMediaBody,
  SendPtvBody,
  SendWhatsAppAudioBody,
} from '../../generated/index.ts';
import { prepareImage } from '../../media/image.ts';
import { mimeOf } from '../../media/mime.ts';
import { oggOpusSeconds } from '../../media/ogg-opus.ts';
import { type MediaFile, type MediaSource, openSource } from '../../media/source.ts';
import { inTempFolder } from '../../media/temp.ts';
import { inspectVideo } from '../../media/video.ts';
import { prepareVoice, VOICE_MIMETYPE } from '../../media/voice.ts';
import type { Actor } from '../actor.ts';
import { before } from '../deadline.ts';
import { type Addressed, type Extras, type MakeContent, sendTo } from './send-to.ts';
import { type Medium, upload } from './upload.ts';

/** What helps to make a medium of a file. */
export interface Workshop {
  /** Lasts until the medium is uploaded. */
  folder: string;
  /** When the time is up. */
  signal: AbortSignal;
}

export type Prepare = (file: MediaFile, workshop: Workshop) => Promise<Medium>;

/** Sends a medium from wherever it is. No file that is made on the way outlasts this. */
export function sendMedium(
  actor: Actor,
  body: Addressed,
  source: MediaSource | undefined,
  prepare: Prepare,
  extras?: Extras & { refusal?: string },
): Promise<MessageRecord> {
  const make = uploaded(actor, source, prepare, extras?.refusal);
  return sendTo(actor, body, make, extras);
}

/** @param refusal what to say of a source that is none */
export function uploaded(
  actor: Actor,
  source: MediaSource | undefined,
  prepare: Prepare,
  refusal?: string,
): MakeContent {
  return (link, jid, signal) =>
    inTempFolder(async (folder) => {
      const file = await openSource(source, folder, { ...actor.deps.media, signal, refusal });
      const medium = await before(signal, prepare(file, { folder, signal }), tooSlow);
      return upload(actor, link, jid, medium, signal);
    });
}

const tooSlow = () => badRequest('Error: The media could not be prepared in time');

/** @param file takes the place of `media` */
export function sendMedia(actor: Actor, body: SendMediaBody, file?: MediaFile): Promise<MessageRecord> {
  const activity = body.mediatype === 'audio' ? 'recording' : 'composing';
  const prepare: Prepare = (source, workshop) => PREPARE[body.mediatype](source, workshop, body);
  return sendMedium(actor, body, file ?? body.media, prepare, { activity });
}

/** A video in a circle. */
export function sendPtv(actor: Actor, body: SendPtvBody, file?: MediaFile): Promise<MessageRecord> {
  const prepare: Prepare = async (source, workshop) => {
    const medium = await video(source, workshop, {});
    return { ...medium, fields: { ...medium.fields, ptv: true } };
  };
  return sendMedium(actor, body, file ?? body.video, prepare, { activity: 'recording' });
}

const NO_AUDIO = 'Owned media must be a url, base64, or valid file with buffer';

export function sendWhatsAppAudio(
  actor: Actor,
  body: SendWhatsAppAudioBody,
  file?: MediaFile,
): Promise<MessageRecord> {
  const prepare = body.encoding === false ? voiceAsGiven : voice;
  return sendMedium(actor, body, file ?? body.audio, prepare, { activity: 'recording', refusal: NO_AUDIO });
}

export const voice: Prepare = async (source, { folder, signal }) => {
  const { path, seconds, waveform } = await prepareVoice(source.path, folder, signal);
  const fields = { mimetype: VOICE_MIMETYPE, ptt: true, seconds, ...(waveform && { waveform }) };
  return { kind: 'audio', path, fields };
};

const voiceAsGiven: Prepare = async ({ path }) => ({
  kind: 'audio',
  path,
  fields: { mimetype: VOICE_MIMETYPE, ptt: true, ...(await secondsOf(path)) },
});

/** What the body says of the medium. */
type Said = Pick<Partial<SendMediaBody>, 'mimetype' | 'caption' | 'fileName'>;

type PrepareSaid = (source: MediaFile, workshop: Workshop, said: Said) => Promise<Medium>;

export const image: PrepareSaid = async ({ path }, { folder }, { mimetype, caption }) => {
  const picture = await prepareImage(path, folder);
  const isAsGiven = picture.path === path;
  const type = isAsGiven && mimetype ? mimetype : picture.mimetype;
  const { width, height, jpegThumbnail } = picture;
  const fields = { mimetype: type, width, height, jpegThumbnail, ...(caption && { caption }) };
  return { kind: 'image', path: picture.path, fields };
};

const NO_THUMBNAIL = Buffer.alloc(0);

export const video: PrepareSaid = async (source, { signal }, { mimetype, caption, fileName }) => {
  const type = await mimeOf(source, mimetype, fileName);
  const facts = await inspectVideo(source.path, signal);
  // Undefined, Baileys would look for ffmpeg itself, by a shell.
  const fields = { jpegThumbnail: NO_THUMBNAIL, ...facts, ...(caption && { caption }) };
  return { kind: 'video', path: source.path, fields: { mimetype: type, ...fields } };
};

const audio: PrepareSaid = async (source, _workshop, { mimetype, fileName }) => {
  const type = await mimeOf(source, mimetype, fileName);
  return { kind: 'audio', path: source.path, fields: { mimetype: type, ...(await secondsOf(source.path)) } };
};

const document: PrepareSaid = async (source, _workshop, { mimetype, caption, fileName }) => {
  const name = fileName ?? source.name;
  if (!name) throw badRequest('For base64 the file name must be informed.');
  const type = await mimeOf(source, mimetype, name);
  return {
    kind: 'document',
    path: source.path,
    fields: { mimetype: type, fileName: name, ...(caption && { caption }) },
  };
};

const PREPARE: Record<SendMediaBody['mediatype'], PrepareSaid> = { image, video, audio, document };

/** Of other formats than voice messages have, the length is read at the upload. */
async function secondsOf(path: string): Promise<{ seconds?: number }> {
  const seconds = await oggOpusSeconds(path);
  return seconds === undefined ? {} : { seconds };
}
