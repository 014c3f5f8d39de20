import { readFileSync } from 'node:fs';
import tls from 'node:tls';
import { WA_CERT_DETAILS } from '@whiskeysockets/baileys';

/** Which server the session layer talks to instead of WhatsApp's own; all unset means the real one. */
export interface Trust {
  /** The root key of its Noise certificate, 32 bytes in hex. */
  noiseRoot: string | undefined;
  /** A PEM file to trust in addition, for its media host. */
  caFile: string | undefined;
}

/**
 * Makes this process trust another WhatsApp server. Both settings are the process's, not a socket's: one
 * process cannot talk to a simulator and to the real WhatsApp.
 */
export function trustServer({ noiseRoot, caFile }: Trust): void {
  if (noiseRoot !== undefined) WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(noiseRoot, 'hex');
  if (caFile !== undefined) {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), readFileSync(caFile, 'utf8')]);
  }
}
