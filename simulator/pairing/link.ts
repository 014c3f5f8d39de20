import { randomInt } from 'node:crypto';
import {
  Curve,
  hmacSign,
  proto,
  WA_ADV_ACCOUNT_SIG_PREFIX,
  WA_ADV_DEVICE_SIG_PREFIX,
} from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import { type Companion, createCompanion } from '../accounts/companion.ts';
import { announceDevice } from '../accounts/device-list.ts';
import type { Network } from '../network.ts';
import { Problem, within } from '../problem.ts';
import { signedFor } from '../wire/forge.ts';
import { SERVER } from '../wire/jids.ts';
import { type BinaryNode, child, childBytes, node, now, stanzaId } from '../wire/nodes.ts';
import type { Registration } from './registration.ts';

/** A link that waits for the client to sign its device identity. */
export type PendingLink = {
  readonly id: string;
  readonly device: number;
  readonly account: Account;
  readonly details: Buffer;
  resolve(companion: Companion): void;
  reject(reason: Problem): void;
};

const ANSWER_SECONDS = 15;

/** The account's signed word that the device is its own. The HMAC proves that the phone saw QR or code. */
function deviceIdentity(account: Account, details: Buffer, signature: Buffer, advSecret: Buffer): Uint8Array {
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: account.phone.identity().public,
    accountSignature: signature,
  }).finish();
  const hmac = hmacSign(signed, advSecret);
  return proto.ADVSignedDeviceIdentityHMAC.encode({ details: signed, hmac }).finish();
}

/**
 * Links the device that registers to `account`: sends pair-success and waits for the device's signature.
 * Resolves with the new device.
 */
export function link(
  network: Network,
  registration: Registration,
  account: Account,
  advSecret: Buffer,
): Promise<Companion> {
  if (registration.pending) throw new Problem(409, 'the device is being linked already');
  const device = account.nextDevice++;
  const details = Buffer.from(
    proto.ADVDeviceIdentity.encode({
      rawId: randomInt(2 ** 31),
      timestamp: now(),
      keyIndex: device,
      accountType: proto.ADVEncryptionType.E2EE,
      deviceType: proto.ADVEncryptionType.E2EE,
    }).finish(),
  );
  const toSign = Buffer.concat([WA_ADV_ACCOUNT_SIG_PREFIX, details, registration.keys.identity]);
  const signed = Curve.sign(account.phone.identity().private, toSign);
  const signature = signedFor(network.faults.forgeLink, signed);
  const { promise, resolve, reject } = Promise.withResolvers<Companion>();
  const id = stanzaId();
  registration.pending = { id, device, account, details, resolve, reject };
  registration.connection.send(
    node('iq', { from: SERVER, type: 'set', id, xmlns: 'md', t: now() }, [
      node('pair-success', {}, [
        node('device-identity', {}, deviceIdentity(account, details, signature, advSecret)),
        node('device', {
          jid: `${account.number}:${device}@s.whatsapp.net`,
          lid: `${account.lid}:${device}@lid`,
        }),
        node('platform', { name: 'android' }),
      ]),
    ]),
  );
  return within(ANSWER_SECONDS, 'the device did not confirm the link', promise);
}

/** The client has signed: the device exists from now on, and the client must log in with it. */
export function finishLink(registration: Registration, answer: BinaryNode): void {
  const { pending, connection, keys } = registration;
  if (!pending || answer.attrs.id !== pending.id) return;
  const { account, details, device } = pending;
  const sign = child(answer, 'pair-device-sign');
  const { deviceSignature } = proto.ADVSignedDeviceIdentity.decode(childBytes(sign, 'device-identity'));
  const accountKey = account.phone.identity().public;
  const signed = Buffer.concat([WA_ADV_DEVICE_SIG_PREFIX, details, keys.identity, accountKey]);
  if (!deviceSignature || !Curve.verify(keys.identity, signed, deviceSignature)) {
    pending.reject(new Problem(400, 'the device signed its identity wrongly'));
    connection.terminate();
    return;
  }
  const companion = createCompanion(account, device, keys);
  account.companions.set(device, companion);
  announceDevice(companion, 'add');
  connection.end(node('stream:error', { code: 515 }));
  pending.resolve(companion);
}

/** The socket that registered is gone, and its QR and pairing codes with it. */
export function dropRegistration(network: Network, registration: Registration): void {
  for (const ref of registration.refs) network.registrations.delete(ref);
  const gone = new Problem(409, 'the device went away before it was linked');
  registration.pending?.reject(gone);
  for (const [number, code] of network.pairingCodes) {
    if (code.registration !== registration) continue;
    network.pairingCodes.delete(number);
    code.reject(gone);
  }
}
