import { Curve, type KeyPair, proto } from '@whiskeysockets/baileys';
import { signedFor } from './forge.ts';
import { now } from './nodes.ts';

/** What the server proves itself with in the Noise handshake. */
export type ServerIdentity = {
  /** Public key that clients are told to trust (`WA_CERT_DETAILS.PUBLIC_KEY`). */
  readonly rootKey: Buffer;
  readonly staticKeys: KeyPair;
  /** Encoded `CertChain`: leaf ← intermediate ← root. */
  readonly chain: Buffer;
};

const ROOT_SERIAL = 0; // clients compare it with WA_CERT_DETAILS.SERIAL
const YEAR = 365 * 86_400;

function details(serial: number, issuerSerial: number, key: Uint8Array): Uint8Array {
  const { Details } = proto.CertChain.NoiseCertificate;
  return Details.encode({
    serial,
    issuerSerial,
    key,
    notBefore: now() - YEAR,
    notAfter: now() + YEAR,
  }).finish();
}

/** Makes a root, an intermediate and the server's static key, and signs the chain (slow: do it once). */
export function createServerIdentity(): ServerIdentity {
  const root = Curve.generateKeyPair();
  const intermediate = Curve.generateKeyPair();
  const staticKeys = Curve.generateKeyPair();
  const middle = details(1, ROOT_SERIAL, intermediate.public);
  const leaf = details(2, 1, staticKeys.public);
  const chain = proto.CertChain.encode({
    intermediate: { details: middle, signature: Curve.sign(root.private, middle) },
    leaf: { details: leaf, signature: Curve.sign(intermediate.private, leaf) },
  }).finish();
  return { rootKey: Buffer.from(root.public), staticKeys, chain: Buffer.from(chain) };
}

/** The same server, with a leaf certificate that its intermediate has not signed. */
export function forgedIdentity(identity: ServerIdentity): ServerIdentity {
  const chain = proto.CertChain.decode(identity.chain);
  if (chain.leaf) chain.leaf.signature = signedFor(true, chain.leaf.signature ?? Buffer.alloc(64));
  return { ...identity, chain: Buffer.from(proto.CertChain.encode(chain).finish()) };
}
