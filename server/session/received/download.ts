import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { downloadContentFromMessage } from '@whiskeysockets/baileys';
import { badRequest } from '../../errors.ts';
import type { Link } from '../link.ts';
import { mediaHosts } from '../media-hosts.ts';
import type { FoundMedia } from './media-in.ts';

/** Where WhatsApp keeps media. */
const WHATSAPP = /(^|\.)whatsapp\.net$/;
const MAIN_HOST = 'mmg.whatsapp.net';

/**
 * Downloads a medium and decrypts it into a file, piece by piece. The address comes from whoever wrote the
 * message: nothing is asked but WhatsApp's own hosts.
 *
 * @param link tells which other hosts WhatsApp has, and the proxy to go by
 * @throws HttpError 400 for a message that says nothing of where it is; Boom with WhatsApp's status
 */
export async function downloadMedia(
  { kind, content }: FoundMedia,
  path: string,
  link: Link | undefined,
  signal: AbortSignal,
): Promise<void> {
  const { mediaKey, url } = content;
  const directPath = content.directPath || pathOf(url);
  if (!mediaKey?.length || !directPath?.startsWith('/'))
    throw badRequest('Error: The message does not say where its media is');
  const host = await hostOf(url, link);
  const dispatcher = link?.route?.dispatcher;
  const options = dispatcher ? { dispatcher } : {};
  const stream = await downloadContentFromMessage({ mediaKey, directPath }, kind, { host, options });
  await pipeline(stream, createWriteStream(path), { signal });
}

async function hostOf(url: string | null | undefined, link: Link | undefined): Promise<string> {
  const { host = '', hostname = '' } = URL.parse(url ?? '') ?? {};
  if (WHATSAPP.test(hostname)) return host;
  if (!link) return MAIN_HOST;
  const { hosts } = await mediaHosts(link.socket);
  const named = hosts.find((one) => one.hostname === host) ?? hosts[0];
  return named?.hostname ?? MAIN_HOST;
}

function pathOf(url: string | null | undefined): string | undefined {
  const { pathname, search } = URL.parse(url ?? '') ?? {};
  return pathname && pathname + search;
}
