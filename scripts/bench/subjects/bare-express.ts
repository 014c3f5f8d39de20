/** The least that Express can do: what a request costs without anything of ours. */
import type { AddressInfo } from 'node:net';
import express from 'express';

const app = express();
app.get('/instance/connectionState/:instance', ({ params }, response) => {
  response.json({ instance: { instanceName: params.instance, state: 'open' } });
});
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
