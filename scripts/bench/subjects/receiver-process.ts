/** Takes what webhooks send, and tells its parent, who asks for so many, how long each was on its way. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const lags: number[] = [];
let wanted = Number.POSITIVE_INFINITY;

function answer(): void {
  if (lags.length < wanted) return;
  wanted = Number.POSITIVE_INFINITY;
  process.send?.(lags.splice(0));
}

const server = createServer(async (request, response) => {
  const { date_time: at } = JSON.parse(await text(request));
  response.end();
  lags.push(performance.timeOrigin + performance.now() - Date.parse(at));
  answer();
});
process.on('message', ({ count }: { count: number }) => {
  wanted = count;
  answer();
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
