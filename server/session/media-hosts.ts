import {
  DEFAULT_CONNECTION_CONFIG,
  getBinaryNodeChild,
  getBinaryNodeChildren,
  getWAUploadToServer,
  type MediaConnInfo,
  type WAMediaUploadFunction,
  type WASocket,
} from '@whiskeysockets/baileys';
import { timedOut } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Link } from './link.ts';

const known = new WeakMap<WASocket, MediaConnInfo>();

/**
 * The hosts that take and give media, and the key to them; asked for once and again when it has run out.
 * Baileys' own remembers a failure too, and with it fails for as long as the socket lasts.
 *
 * @throws HttpError 504 when WhatsApp does not answer, Boom when it refuses
 */
export async function mediaHosts(socket: WASocket, anew = false): Promise<MediaConnInfo> {
  const last = known.get(socket);
  if (last && !anew && Date.now() < last.fetchDate.getTime() + last.ttl * 1_000) return last;
  const answer = await socket.query({
    tag: 'iq',
    attrs: { type: 'set', xmlns: 'w:m', to: 's.whatsapp.net' },
    content: [{ tag: 'media_conn', attrs: {} }],
  });
  const node = getBinaryNodeChild(answer, 'media_conn');
  if (!node) throw timedOut('WhatsApp did not answer in time', 'Error: Timed Out');
  const hosts = getBinaryNodeChildren(node, 'host').map(({ attrs }) => ({
    hostname: attrs.hostname ?? '',
    maxContentLengthBytes: Number(attrs.maxContentLengthBytes),
  }));
  const info = { auth: node.attrs.auth ?? '', ttl: Number(node.attrs.ttl), hosts, fetchDate: new Date() };
  known.set(socket, info);
  return info;
}

/** Uploads encrypted media, by the account's proxy if it has one. */
export function mediaUpload({ socket, route }: Link, logger: Logger): WAMediaUploadFunction {
  const config = { ...DEFAULT_CONNECTION_CONFIG, logger, ...(route && { fetchAgent: route.agent }) };
  return getWAUploadToServer(config, (anew) => mediaHosts(socket, anew));
}
