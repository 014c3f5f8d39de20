import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { createTlsCertificate } from './tls-certificate.ts';

/** The HTTPS host that keeps encrypted media, as `mmg.whatsapp.net` does. */
export type MediaHost = {
  /** `host:port`; clients put `https://` before it. */
  readonly address: string;
  /** PEM of the certificate clients must trust. */
  readonly ca: string;
  stop(): Promise<void>;
};

const MAX_UPLOAD = '128mb';

function upload(address: string, files: Map<string, Buffer>) {
  return (request: Request, response: Response) => {
    const path = `/v/t62.${randomBytes(4).toString('hex')}/${randomBytes(12).toString('hex')}.enc`;
    files.set(path, request.body);
    // The client joins direct_path to the host of url, so url has to name this host.
    response.json({ url: `https://${address}${path}?mms3=true`, direct_path: `${path}?oh=0`, handle: 'h' });
  };
}

/** Answers a whole file or, to `Range: bytes=a-b`, a part of it. */
function download(files: Map<string, Buffer>) {
  return (request: Request, response: Response) => {
    const file = files.get(request.path);
    if (!file) return response.sendStatus(404);
    const ranges = request.range(file.length);
    if (ranges === -1) return response.status(416).set('content-range', `bytes */${file.length}`).end();
    const range = Array.isArray(ranges) ? ranges[0] : undefined;
    if (!range) return response.type('application/octet-stream').send(file);
    const { start, end } = range;
    response.status(206).set('content-range', `bytes ${start}-${end}/${file.length}`);
    return response.type('application/octet-stream').send(file.subarray(start, end + 1));
  };
}

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Starts the media host on a free port of `host`. Files live in memory until it stops. */
export async function startMediaHost(host: string): Promise<MediaHost> {
  const files = new Map<string, Buffer>();
  const { cert, key } = createTlsCertificate([...new Set(['localhost', '127.0.0.1', host])]);
  const app = express().disable('x-powered-by').disable('etag');
  const server = createServer({ cert, key }, app);
  const address = `${host}:${await listen(server, host)}`;
  app.post('/mms/:kind/:hash', express.raw({ type: () => true, limit: MAX_UPLOAD }), upload(address, files));
  app.get('/v/:folder/:file', download(files));
  return {
    address,
    ca: cert,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
