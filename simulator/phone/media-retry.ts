import { randomBytes } from 'node:crypto';
import { aesEncryptGCM, hkdf, proto } from '@whiskeysockets/baileys';
import type { Companion } from '../accounts/companion.ts';
import { type BinaryNode, children, node, now } from '../wire/nodes.ts';
import { unwrap } from './content.ts';
import { mediaIn } from './media.ts';
import type { Phone } from './phone.ts';

const { SUCCESS, NOT_FOUND } = proto.MediaRetryNotification.ResultType;
const KEY_INFO = 'WhatsApp Media Retry Notification';

/** The file of a message that the phone has sent or received. */
function fileOf({ sent, inbox }: Phone, id: string) {
  const received = [...inbox.values()].find(({ message }) => message.id === id);
  return mediaIn(unwrap(sent.get(id)?.content ?? received?.raw))?.message;
}

/** Only who has the file's key can read the answer. */
function encrypt(id: string, mediaKey: Uint8Array, answer: proto.IMediaRetryNotification): BinaryNode {
  const key = Buffer.from(hkdf(Buffer.from(mediaKey), 32, { info: KEY_INFO }));
  const iv = randomBytes(12);
  const plain = proto.MediaRetryNotification.encode(answer).finish();
  const sealed = aesEncryptGCM(plain, key, iv, Buffer.from(id));
  return node('encrypt', {}, [node('enc_p', {}, sealed), node('enc_iv', {}, iv)]);
}

/** Uploads the file again, as it was, from the phone's own copy. */
function answerTo({ network }: Phone, id: string, file: ReturnType<typeof fileOf>): BinaryNode {
  const copy = network.media.read(file?.directPath ?? '');
  if (!file?.mediaKey || !copy || network.faults.refuseReupload) return node('error', { code: NOT_FOUND });
  const { directPath } = network.media.store(copy);
  return encrypt(id, file.mediaKey, { stanzaId: id, directPath, result: SUCCESS });
}

/** A companion could not download a file: its phone uploads it again and says where. */
export function reupload(phone: Phone, companion: Companion, receipt: BinaryNode): void {
  const { id = '' } = receipt.attrs;
  const answer = answerTo(phone, id, fileOf(phone, id));
  const place = children(receipt, 'rmr');
  const envelope = { from: receipt.attrs.to, type: 'mediaretry', id, t: now() };
  companion.deliver(node('notification', envelope, [answer, ...place]));
}
