import { createHash, randomInt } from 'node:crypto';
import type { MediaHost } from '../media/media-host.ts';
import { now } from '../wire/nodes.ts';
import type { Picture } from './picture.ts';

/** What a business says of itself. */
export type BusinessProfile = {
  description?: string;
  email?: string;
  website?: string;
  address?: string;
  category?: string;
};

/** What people see of an account, as far as its privacy lets them. */
export type Profile = {
  picture: Picture | undefined;
  /** `since` is in seconds. */
  status: { readonly text: string; readonly since: number };
  business: BusinessProfile | undefined;
};

const FIRST_STATUS = 'Hey there! I am using WhatsApp.';

export function newProfile(): Profile {
  return { picture: undefined, status: { text: FIRST_STATUS, since: now() }, business: undefined };
}

/** Puts an image on the media host, as it is. */
export function keepPicture(host: MediaHost, image: Buffer): Picture {
  const { directPath } = host.store(image, 'jpg');
  const sha256 = createHash('sha256').update(image).digest('hex');
  return { id: String(randomInt(10 ** 9, 10 ** 10)), path: directPath, size: image.length, sha256 };
}
