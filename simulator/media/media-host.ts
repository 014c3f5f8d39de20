import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import express, { type Request, type Response } from 'express';
import type { Faults } from '../faults.ts';
import { expireFiles, type Files, keepFile } from './files.ts';
import { createTlsCertificate } from './tls-certificate.ts';
import { trouble } from './trouble.ts';

/** The HTTPS host that keeps encrypted media, as `mmg.whatsapp.net` does. */
export type MediaHost = {
  /** `host:port`; clients put `https://` before it. */
  readonly address: string;
  /** PEM of the certificate clients must trust. */
  readonly ca: string;
  /** Keeps a file, encrypted or of the kind that `extension` tells; says where, as to an upload. */
  store(file: Buffer, extension?: string): { url: string; directPath: string };
  /** The file of a direct path, even if clients get it no more. */
  read(directPath: string): Buffer | undefined;
  /** Makes clients ask in vain for every file there is, though not for later ones. */
  expire(status: 404 | 410): void;
  stop(): Promise<void>;
};

const MAX_UPLOAD = '128mb';

function upload(store: MediaHost['store']) {
  return (request: Request, response: Response) => {
    const { url, directPath } = store(request.body);
    response.json({ url, direct_path: directPath, handle: 'h' });
  };
}

/** Answers a whole file or, to `Range: bytes=a-b`, a part of it. */
function download(files: Files) {
  return (request: Request, response: Response) => {
    const kept = files.get(request.path);
    if (!kept || kept.gone) return response.sendStatus(kept?.gone ?? 404);
    const { bytes: file } = kept;
    const ranges = request.range(file.length);
    if (ranges === -1) return response.status(416).set('content-range', `bytes */${file.length}`).end();
    const range = Array.isArray(ranges) ? ranges[0] : undefined;
    if (!range) return response.type(extname(request.path)).send(file);
    const { start, end } = range;
    response.status(206).set('content-range', `bytes ${start}-${end}/${file.length}`);
    return response.type(extname(request.path)).send(file.subarray(start, end + 1));
  };
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Starts the media host on a free port of `host`. Files live in memory until it stops. */
export async function startMediaHost(host: string, faults: Faults): Promise<MediaHost> {
  const files: Files = new Map();
  const { cert, key } = createTlsCertificate([...new Set(['localhost', '127.0.0.1', host])]);
  const app = express().disable('x-powered-by').disable('etag');
  const server = createServer({ cert, key }, app);
  const address = `${host}:${await listen(server, host)}`;
  // Clients join the direct path to the host of the url, so the url has to name this host.
  const store = (file: Buffer, extension = 'enc') => {
    const path = keepFile(files, file, extension);
    return { url: `https://${address}${path}?mms3=true`, directPath: `${path}?oh=0` };
  };
  const body = express.raw({ type: () => true, limit: MAX_UPLOAD });
  app.post('/mms/:kind/:hash', body, trouble(faults, 'mediaUploadError'), upload(store));
  app.get('/v/:folder/:file', trouble(faults, 'mediaDownloadError'), download(files));
  return {
    address,
    ca: cert,
    store,
    read: (directPath) => files.get(directPath.split('?')[0] ?? '')?.bytes,
    expire: (status) => expireFiles(files, status),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
