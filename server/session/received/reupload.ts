import {
  type BaileysEventMap,
  decryptMediaRetryData,
  encryptMediaRetryRequest,
  proto,
  type WAMessage,
} from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import { before } from '../deadline.ts';
import type { Link } from '../link.ts';

type Answers = BaileysEventMap['messages.media-update'];
type Answer = Answers[number];

const { SUCCESS } = proto.MediaRetryNotification.ResultType;

/**
 * Asks the phone to upload a file again that WhatsApp has dropped. Gives where it is then. Baileys' own waits for
 * ever.
 *
 * @throws HttpError 400 when the phone has it no more, 504 when it does not answer in time
 */
export async function askForUpload(
  { socket, me }: Link,
  { key }: WAMessage,
  mediaKey: Uint8Array,
  signal: AbortSignal,
): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const hear = (answers: Answers): void => {
    const answer = answers.find((one) => one.key.id === key.id);
    if (answer) resolve(answer);
  };
  socket.ev.on('messages.media-update', hear);
  try {
    await socket.sendNode(encryptMediaRetryRequest(key, Buffer.from(mediaKey), me()?.id ?? ''));
    return pathIn(await before(signal, promise), mediaKey);
  } finally {
    socket.ev.off('messages.media-update', hear);
  }
}

function pathIn({ key, media, error }: Answer, mediaKey: Uint8Array): string {
  const answer = media && !error ? decryptMediaRetryData(media, mediaKey, key.id ?? '') : undefined;
  if (answer?.result === SUCCESS && answer.directPath) return answer.directPath;
  throw badRequest('Error: The media is gone from WhatsApp, and the phone does not have it any more');
}
