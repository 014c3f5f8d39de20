import { toDataURL } from 'qrcode';

/**
 * The QR code as a PNG data URI, of the size and look that today's interfaces expect (wire-contract 5).
 *
 * @param dark the colour of the modules, `#RRGGBB`
 */
export function qrImage(code: string, dark: string): Promise<string> {
  return toDataURL(code, {
    margin: 3,
    scale: 4,
    errorCorrectionLevel: 'H',
    color: { dark, light: '#ffffff' },
  });
}
