import { Router } from 'express';
import { type Faults, noFaults } from '../faults.ts';
import { replaceConnection } from '../login.ts';
import type { Network } from '../network.ts';
import { Problem } from '../problem.ts';
import type { Connection } from '../wire/connection.ts';
import { node } from '../wire/nodes.ts';
import { phoneOf } from './phones.ts';

/** Faults that happen once, when they are asked for. A `number` narrows them to one account's devices. */
type Actions = {
  disconnect?: true | { number: string } | undefined;
  streamError?: { code: number; number?: string } | undefined;
  replaced?: { number: string } | undefined;
  expireMedia?: 404 | 410 | undefined;
};

function companionsOf(network: Network, number: string) {
  const { companions } = phoneOf(network, number).account;
  const connected = [...companions.values()].filter(({ connection }) => connection);
  if (connected.length === 0) throw new Problem(409, `no device of ${number} is connected`);
  return connected;
}

function connectionsOf(network: Network, number: string | undefined): Connection[] {
  if (number === undefined) return [...network.connections];
  return companionsOf(network, number).flatMap(({ connection }) => connection ?? []);
}

function act(network: Network, { disconnect, streamError, replaced, expireMedia }: Actions): void {
  if (disconnect !== undefined) {
    const number = disconnect === true ? undefined : disconnect.number;
    for (const connection of connectionsOf(network, number)) connection.terminate();
  }
  if (streamError !== undefined) {
    const { code, number } = streamError;
    for (const connection of connectionsOf(network, number)) connection.end(node('stream:error', { code }));
  }
  if (replaced !== undefined) {
    for (const companion of companionsOf(network, replaced.number)) replaceConnection(companion);
  }
  if (expireMedia !== undefined) network.media.expire(expireMedia);
}

/** What goes wrong on demand. */
export function faultRoutes(network: Network): Router {
  const router = Router();
  const { faults } = network;

  router.get('/faults', (_request, response) => response.json(faults));

  router.post('/faults', (request, response) => {
    const { disconnect, streamError, replaced, expireMedia, ...lasting }: Actions & Partial<Faults> =
      request.body;
    act(network, { disconnect, streamError, replaced, expireMedia });
    Object.assign(faults, lasting);
    response.json(faults);
  });

  router.delete('/faults', (_request, response) => response.json(Object.assign(faults, noFaults())));

  return router;
}
