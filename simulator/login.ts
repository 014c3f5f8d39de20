import { randomBytes } from 'node:crypto';
import type { proto } from '@whiskeysockets/baileys';
import { type Companion, detach, flushQueue } from './accounts/companion.ts';
import type { Network } from './network.ts';
import { dropRegistration } from './pairing/link.ts';
import { startRegistration } from './pairing/registration.ts';
import { bootstrap } from './phone/bootstrap.ts';
import { setPresence } from './stanzas/presence.ts';
import type { Connection } from './wire/connection.ts';
import { deviceJid, SERVER } from './wire/jids.ts';
import { node, now } from './wire/nodes.ts';

/** A client has finished its handshake: it wants to be linked, or to log in as a device that is. */
export function greet(network: Network, connection: Connection, payload: proto.ClientPayload): void {
  network.connections.add(connection);
  const companion = knownDevice(network, connection, payload);
  if (payload.devicePairingData) startRegistration(network, connection, payload.devicePairingData);
  else if (network.faults.failLogin) refuse(connection, refusal(network));
  else if (companion) login(connection, companion);
  else refuse(connection, 401);
}

/** The device a login names, if it comes with the key that the device was linked with. */
function knownDevice(
  network: Network,
  { clientStatic }: Connection,
  { username, device }: proto.ClientPayload,
) {
  const companion = network.accounts.get(String(username))?.companions.get(device ?? 0);
  return companion?.noiseKey.equals(clientStatic) ? companion : undefined;
}

/** The reason with which logins fail at present, once more. */
function refusal({ faults }: Network): number {
  const { failLogin, failLoginTimes } = faults;
  if (failLoginTimes === 1) faults.failLogin = 0;
  if (failLoginTimes > 0) faults.failLoginTimes -= 1;
  return failLogin;
}

function refuse(connection: Connection, reason: number): void {
  connection.end(node('failure', { reason, location: 'simulator' }));
}

/** A device has one connection: a second login replaces the first. */
function login(connection: Connection, companion: Companion): void {
  if (companion.connection) replaceConnection(companion);
  companion.connection = connection;
  connection.companion = companion;
  connection.send(
    node('success', {
      t: now(),
      lid: deviceJid(companion, 'lid'),
      props: 1,
      companion_enc_static: randomBytes(32).toString('base64'),
      creation: companion.account.joined,
    }),
  );
  // Clients hand this back before the header of their next connection.
  const routing = node('edge_routing', {}, [node('routing_info', {}, randomBytes(5))]);
  connection.send(node('ib', { from: SERVER }, [routing]));
}

/** Ends the device's connection as if it had logged in from elsewhere. */
export function replaceConnection(companion: Companion): void {
  const { connection } = companion;
  detach(companion);
  connection?.end(node('stream:error', {}, [node('conflict', { type: 'replaced' })]));
}

/** The client is ready: it gets what waited for it and, the first time, its phone's keys and history. */
export function activate(companion: Companion): void {
  if (companion.active) return;
  flushQueue(companion);
  if (!companion.bootstrapped) bootstrap(companion);
}

/** A connection is gone: its device is away, unless it has logged in anew, and perhaps its account too. */
export function leave(network: Network, connection: Connection): void {
  network.connections.delete(connection);
  if (connection.registration) dropRegistration(network, connection.registration);
  const { companion } = connection;
  if (!companion) return;
  if (companion.connection === connection) detach(companion);
  const others = [...companion.account.companions.values()].some((other) => other.active);
  if (!others) setPresence(companion.account, false);
}
