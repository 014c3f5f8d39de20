import type { Account } from '../accounts/account.ts';
import type { Companion } from '../accounts/companion.ts';
import type { Network } from '../network.ts';
import { Problem } from '../problem.ts';
import { link } from './link.ts';

/** `[https://wa.me/settings/linked_devices#]REF,NOISE_KEY,IDENTITY,ADV_SECRET[,PLATFORM]`, keys in base64. */
function parseQr(qr: string): { ref: string; noiseKey: Buffer; identity: Buffer; advSecret: Buffer } {
  const [ref, noiseKey, identity, advSecret] = qr.slice(qr.indexOf('#') + 1).split(',');
  if (!ref || !noiseKey || !identity || !advSecret)
    throw new Problem(400, 'qr is not the text of a WhatsApp QR code');
  const key = (text: string) => Buffer.from(text, 'base64');
  return { ref, noiseKey: key(noiseKey), identity: key(identity), advSecret: key(advSecret) };
}

/**
 * The phone scans a QR code. Resolves with the linked device.
 * @throws Problem 400 when the code is malformed, unknown, expired, or of other keys than its socket's
 */
export async function scanQr(network: Network, account: Account, qr: string): Promise<Companion> {
  const { ref, noiseKey, identity, advSecret } = parseQr(qr);
  const registration = network.registrations.get(ref);
  if (!registration) throw new Problem(400, 'qr is unknown or has expired');
  const genuine = registration.keys.noiseKey.equals(noiseKey) && registration.keys.identity.equals(identity);
  if (!genuine) throw new Problem(400, 'qr does not match the device that shows it');
  return link(network, registration, account, advSecret);
}
