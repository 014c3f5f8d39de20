import { proto } from '@whiskeysockets/baileys';
import type { ServerIdentity } from './certificate.ts';

/** No root that a client knows has this serial. */
const FOREIGN_SERIAL = 9;

/** The same server with a certificate chain that begins at a root which no client trusts. */
export function createImpostor(identity: ServerIdentity): ServerIdentity {
  const { Details } = proto.CertChain.NoiseCertificate;
  const chain = proto.CertChain.decode(identity.chain);
  if (!chain.intermediate) throw new Error('the certificate has no intermediate');
  const details = Details.decode(chain.intermediate.details ?? new Uint8Array());
  chain.intermediate.details = Details.encode({ ...details, issuerSerial: FOREIGN_SERIAL }).finish();
  return { ...identity, chain: Buffer.from(proto.CertChain.encode(chain).finish()) };
}
