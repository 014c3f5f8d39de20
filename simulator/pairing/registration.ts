import { randomBytes } from 'node:crypto';
import { proto } from '@whiskeysockets/baileys';
import type { CompanionKeys } from '../accounts/companion.ts';
import type { Network } from '../network.ts';
import type { Connection } from '../wire/connection.ts';
import { SERVER } from '../wire/jids.ts';
import { node, stanzaId } from '../wire/nodes.ts';
import type { PendingLink } from './link.ts';

/** A socket that is not linked yet: it shows its refs as QR codes, one by one, or asks for a pairing code. */
export type Registration = {
  readonly connection: Connection;
  readonly keys: CompanionKeys;
  readonly refs: string[];
  /** The link under way, once a phone has agreed. */
  pending: PendingLink | undefined;
};

const REFS = 6;

/** A ref becomes a field of the QR text, so it must not hold a comma. */
function makeRef(): string {
  return `2@${randomBytes(48).toString('base64')}`;
}

/** Answers a registration payload with the refs the client makes its QR codes of. */
export function startRegistration(
  network: Network,
  connection: Connection,
  data: proto.ClientPayload.IDevicePairingRegistrationData,
): void {
  const keys: CompanionKeys = {
    noiseKey: connection.clientStatic,
    wantsFullHistory: Boolean(proto.DeviceProps.decode(data.deviceProps ?? Buffer.alloc(0)).requireFullSync),
    registrationId: Buffer.from(data.eRegid ?? []),
    identity: Buffer.from(data.eIdent ?? []),
    signedPreKey: {
      id: Buffer.from(data.eSkeyId ?? []),
      value: Buffer.from(data.eSkeyVal ?? []),
      signature: Buffer.from(data.eSkeySig ?? []),
    },
  };
  const refs = Array.from({ length: REFS }, makeRef);
  const registration: Registration = { connection, keys, refs, pending: undefined };
  connection.registration = registration;
  for (const ref of refs) network.registrations.set(ref, registration);
  connection.send(
    node('iq', { from: SERVER, type: 'set', id: stanzaId(), xmlns: 'md' }, [
      node(
        'pair-device',
        {},
        refs.map((ref) => node('ref', {}, Buffer.from(ref))),
      ),
    ]),
  );
}
