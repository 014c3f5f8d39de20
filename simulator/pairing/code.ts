import { randomBytes } from 'node:crypto';
import {
  aesDecryptCTR,
  aesDecryptGCM,
  aesEncryptCTR,
  Curve,
  derivePairingCodeKey,
  hkdf,
  type KeyPair,
} from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import type { Companion } from '../accounts/companion.ts';
import { accountOf, type Network } from '../network.ts';
import { Problem, within } from '../problem.ts';
import { SERVER } from '../wire/jids.ts';
import { type BinaryNode, childBytes, node, now, stanzaId } from '../wire/nodes.ts';
import { link } from './link.ts';
import type { Registration } from './registration.ts';

/** A device that asked to be linked by a code, and waits for its user to type the code on the phone. */
export type PendingCode = {
  readonly registration: Registration;
  readonly ref: Buffer;
  /** Salt 32 ‖ IV 16 ‖ the companion's ephemeral public key, encrypted with the code. */
  readonly wrapped: Buffer;
  /** Set when the code has been typed. */
  exchange: { keys: KeyPair; companion: Buffer } | undefined;
  resolve(advSecret: Buffer): void;
  reject(reason: Problem): void;
  readonly advSecret: Promise<Buffer>;
};

const ANSWER_SECONDS = 15;
const NOTHING = Buffer.alloc(0);

/** The client announces that it will show a code for the account's number. Returns the answer's content. */
export function companionHello(
  network: Network,
  registration: Registration,
  hello: BinaryNode,
): BinaryNode[] {
  const account = accountOf(network, hello.attrs.jid);
  if (!account) throw new Problem(400, 'bad-request');
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  promise.catch(() => undefined); // whoever typed the code hears of it; nobody may have
  const ref = randomBytes(16);
  const wrapped = childBytes(hello, 'link_code_pairing_wrapped_companion_ephemeral_pub');
  const pending = { registration, ref, wrapped, exchange: undefined, resolve, reject, advSecret: promise };
  network.pairingCodes.set(account.number, pending);
  return [
    node('link_code_companion_reg', { stage: 'companion_hello' }, [node('link_code_pairing_ref', {}, ref)]),
  ];
}

/** Sends the phone's half of the key exchange, hidden by the code that was typed. */
async function primaryHello(account: Account, pending: PendingCode, code: string): Promise<void> {
  const { wrapped } = pending;
  const unwrapKey = await derivePairingCodeKey(code, wrapped.subarray(0, 32));
  const companion = aesDecryptCTR(wrapped.subarray(48, 80), unwrapKey, wrapped.subarray(32, 48));
  const keys = Curve.generateKeyPair();
  const [salt, iv] = [randomBytes(32), randomBytes(16)];
  const hidden = aesEncryptCTR(keys.public, await derivePairingCodeKey(code, salt), iv);
  pending.exchange = { keys, companion };
  pending.registration.connection.send(
    node('notification', { from: SERVER, type: 'link_code_companion_reg', id: stanzaId(), t: now() }, [
      node('link_code_companion_reg', { stage: 'primary_hello' }, [
        node('link_code_pairing_ref', {}, pending.ref),
        node('primary_identity_pub', {}, account.phone.identity().public),
        node('link_code_pairing_wrapped_primary_ephemeral_pub', {}, Buffer.concat([salt, iv, hidden])),
      ]),
    ]),
  );
}

/**
 * The user types a pairing code on the phone. Resolves with the linked device.
 * @throws Problem 409 when no device asked for a code, 400 when the code is not the one it shows
 */
export async function enterCode(network: Network, account: Account, code: string): Promise<Companion> {
  const pending = network.pairingCodes.get(account.number);
  if (!pending || pending.exchange)
    throw new Problem(409, 'no device is waiting for a pairing code of this number');
  await primaryHello(account, pending, code.replace(/[^0-9a-z]/gi, '').toUpperCase());
  const advSecret = await within(ANSWER_SECONDS, 'the device did not answer', pending.advSecret);
  return link(network, pending.registration, account, advSecret);
}

/** Opens the companion's key bundle and derives the secret that proves both sides knew the same code. */
function deriveAdvSecret(
  account: Account,
  exchange: { keys: KeyPair; companion: Buffer },
  finish: BinaryNode,
) {
  const bundle = childBytes(finish, 'link_code_pairing_wrapped_key_bundle');
  const companionIdentity = childBytes(finish, 'companion_identity_public');
  const shared = Curve.sharedKey(exchange.keys.private, exchange.companion);
  const info = 'link_code_pairing_key_bundle_encryption_key';
  const key = hkdf(shared, 32, { salt: bundle.subarray(0, 32), info });
  const plain = aesDecryptGCM(bundle.subarray(44), key, bundle.subarray(32, 44), NOTHING);
  const identities = Curve.sharedKey(account.phone.identity().private, companionIdentity);
  return Buffer.from(
    hkdf(Buffer.concat([shared, identities, plain.subarray(64)]), 32, { info: 'adv_secret' }),
  );
}

/**
 * The client's last word in the exchange. A client cannot tell a wrong code from a right one: it always comes
 * this far, and only here does the phone see that the bundle does not open.
 */
export function companionFinish(network: Network, registration: Registration, finish: BinaryNode): void {
  const account = accountOf(network, finish.attrs.jid);
  const pending = network.pairingCodes.get(account?.number ?? '');
  if (!account || !pending?.exchange || pending.registration !== registration) return;
  network.pairingCodes.delete(account.number);
  try {
    pending.resolve(deriveAdvSecret(account, pending.exchange, finish));
  } catch {
    pending.reject(new Problem(400, 'pairingCode is wrong'));
  }
}
