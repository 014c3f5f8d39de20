import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';

/** Serves files by their names, on this machine. */
export interface FileServer {
  url(path: string): string;
  stop(): Promise<void>;
}

export async function startFileServer(): Promise<FileServer> {
  const files = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = files.get(request.url ?? '');
    if (path) createReadStream(path).pipe(response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url(path) {
      files.set(`/${basename(path)}`, path);
      return `http://127.0.0.1:${port}/${basename(path)}`;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
