import type { QrCode } from '../generated/index.ts';
import type { Link } from './link.ts';
import type { WhatsAppOptions } from './options.ts';
import { qrImage } from './qr-code.ts';

/** What a phone links by: the QR code on show and, where a number is known, the code to type instead. */
export interface Pairing {
  current(): QrCode | undefined;
  /** Shows the next QR code; undefined if that is one too many. */
  show(code: string, link: Link): Promise<QrCode | undefined>;
  /** Asks for a pairing code, now if a QR code is on show, else with the next one; undefined if nothing changes. */
  askFor(number: string, link: Link | undefined): Promise<QrCode | undefined>;
  /** What was on show is worth nothing any more. */
  clear(): void;
  /** Counts the QR codes from one again. */
  reset(): void;
}

export function createPairing({ qrcodeLimit, qrcodeColor }: WhatsAppOptions, ownNumber?: string): Pairing {
  let number = ownNumber;
  let count = 0;
  let shown: QrCode | undefined;
  /** WhatsApp gives one pairing code to a socket: the QR codes that follow keep it. */
  const pairingCode = async ({ socket }: Link): Promise<string | null> => {
    if (!number) return null;
    return shown?.pairingCode ?? socket.requestPairingCode(number);
  };
  return {
    current: () => shown,
    async show(code, link) {
      if (++count > qrcodeLimit) return undefined;
      const base64 = await qrImage(code, qrcodeColor);
      shown = { pairingCode: await pairingCode(link), code, base64, count };
      return shown;
    },
    async askFor(asked, link) {
      const isNews = asked !== number;
      number = asked;
      if (!isNews || !shown || !link) return undefined;
      shown = { ...shown, pairingCode: await link.socket.requestPairingCode(asked) };
      return shown;
    },
    clear() {
      shown = undefined;
    },
    reset() {
      count = 0;
    },
  };
}
