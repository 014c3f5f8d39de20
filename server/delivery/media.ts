import type { EventRecord } from '../store/schema.ts';

/** The media of a stored message as base64; undefined if it has none, or they cannot be had. */
export type MediaBase64 = (instanceId: string, messageId: string) => Promise<string | undefined>;

const WITH_MESSAGES = ['messages.upsert', 'send.message'];

const WITH_MEDIA = [
  ...['imageMessage', 'videoMessage', 'ptvMessage', 'audioMessage', 'documentMessage', 'stickerMessage'],
  ...['viewOnceMessage', 'viewOnceMessageV2', 'viewOnceMessageV2Extension', 'ephemeralMessage'],
];

/**
 * The event with the media of its message in `message.base64` (wire-contract 6.1). They are kept nowhere.
 *
 * @param signal ends the wait for them
 */
export async function withMedia(
  event: EventRecord,
  mediaBase64: MediaBase64,
  signal: AbortSignal,
): Promise<EventRecord> {
  const data = event.data as { key?: { id: string }; message?: object; messageType?: string };
  const hasMedia = WITH_MESSAGES.includes(event.type) && WITH_MEDIA.includes(data.messageType ?? '');
  if (!hasMedia || !data.key) return event;
  const base64 = await unlessCut(mediaBase64(event.instance_id, data.key.id), signal);
  return base64 ? { ...event, data: { ...data, message: { ...data.message, base64 } } } : event;
}

async function unlessCut<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  const over = new AbortController();
  const cut = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: over.signal });
  });
  return await Promise.race([work, cut]).finally(() => over.abort());
}
