import {
  type AuthenticationCreds,
  addTransactionCapability,
  Curve,
  DEFAULT_CONNECTION_CONFIG,
  encodeWAMessage,
  generateSignalPubKey,
  initAuthCreds,
  type proto,
  type SignalKeyStoreWithTransaction,
  type SignalRepositoryWithLIDStore,
} from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import type { PreKeyBundle } from '../accounts/prekey-bundle.ts';
import { accountOf, deviceOf, type Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid } from '../wire/jids.ts';
import { type BinaryNode, node } from '../wire/nodes.ts';
import { createKeyStore } from './key-store.ts';
import { silentLogger } from './silent-logger.ts';

/** A phone's end of the encryption: its keys and its sessions with other devices. */
export type Signal = {
  readonly creds: AuthenticationCreds;
  readonly repository: SignalRepositoryWithLIDStore;
  readonly keys: SignalKeyStoreWithTransaction;
  nextPreKey: number;
};

/** Makes new keys for an account's phone. Slow (a signature): phones that nobody writes to go without. */
export function createSignal(network: Network, account: Account): Signal {
  const creds = initAuthCreds();
  const keys = addTransactionCapability(createKeyStore(), silentLogger, {
    maxCommitRetries: 1,
    delayBetweenTriesMs: 0,
  });
  const lidsOf = async (jids: string[]) =>
    jids.flatMap((pn) => {
      const other = accountOf(network, pn);
      return other ? [{ pn, lid: accountJid(other, 'lid') }] : [];
    });
  creds.me = { id: accountJid(account), lid: accountJid(account, 'lid') };
  const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository({ creds, keys }, silentLogger, lidsOf);
  return { creds, keys, repository, nextPreKey: 1 };
}

function bigEndian(value: number, size: number): Buffer {
  const buffer = Buffer.alloc(size);
  buffer.writeUIntBE(value, 0, size);
  return buffer;
}

/** The phone's own bundle, with a one-time prekey made for the occasion. */
export async function makeBundle(signal: Signal): Promise<PreKeyBundle> {
  const { registrationId, signedIdentityKey, signedPreKey } = signal.creds;
  const id = signal.nextPreKey++;
  const pair = Curve.generateKeyPair();
  await signal.keys.set({ 'pre-key': { [id]: pair } });
  return {
    registrationId: bigEndian(registrationId, 4),
    identity: Buffer.from(signedIdentityKey.public),
    signedPreKey: {
      id: bigEndian(signedPreKey.keyId, 3),
      value: Buffer.from(signedPreKey.keyPair.public),
      signature: Buffer.from(signedPreKey.signature),
    },
    preKey: { id: bigEndian(id, 3), value: Buffer.from(pair.public) },
  };
}

/** Starts a session with a device from its bundle, in place of any there is. */
export async function startSession(network: Network, { repository }: Signal, jid: string): Promise<void> {
  const bundle = await deviceOf(network, jid)?.takeBundle();
  if (!bundle) throw new Problem(404, `${jid} is not a device`);
  const key = ({ id, value }: { id: Buffer; value: Buffer }) => ({
    keyId: id.readUIntBE(0, 3),
    publicKey: generateSignalPubKey(value),
  });
  const { registrationId, identity, signedPreKey, preKey } = bundle;
  await repository.injectE2ESession({
    jid,
    session: {
      registrationId: registrationId.readUInt32BE(0),
      identityKey: generateSignalPubKey(identity),
      signedPreKey: { ...key(signedPreKey), signature: signedPreKey.signature },
      ...(preKey && { preKey: key(preKey) }),
    },
  });
}

/** Encrypts a message for one device, starting a session first where there is none. */
export async function encryptFor(
  network: Network,
  signal: Signal,
  jid: string,
  message: proto.IMessage,
): Promise<BinaryNode> {
  const { exists } = await signal.repository.validateSession(jid);
  if (!exists) await startSession(network, signal, jid);
  const { type, ciphertext } = await signal.repository.encryptMessage({
    jid,
    data: encodeWAMessage(message),
  });
  return node('enc', { v: 2, type }, ciphertext);
}
