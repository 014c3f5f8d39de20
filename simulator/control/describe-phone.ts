import type { Account } from '../accounts/account.ts';
import type { Picture } from '../accounts/picture.ts';
import { describeSettings } from '../phone/settings.ts';
import { accountJid } from '../wire/jids.ts';

/** A phone in lists. */
export function summarize(account: Account) {
  const devices = [...account.companions.values()].map(({ id, active }) => ({
    device: id,
    connected: active,
  }));
  return {
    number: account.number,
    jid: accountJid(account),
    lid: accountJid(account, 'lid'),
    name: account.name,
    devices,
  };
}

/** A picture, for the control API. */
export function describePicture(picture: Picture | undefined) {
  return picture ? { id: picture.id, size: picture.size, sha256: picture.sha256 } : null;
}

/** A phone with all that its user can see on it. */
export function describePhone(account: Account) {
  const { phone, privacy, blocked, online, lastSeen, profile } = account;
  return {
    ...summarize(account),
    picture: describePicture(profile.picture),
    statusText: profile.status.text,
    business: profile.business ?? null,
    appState: describeSettings(phone),
    online,
    lastSeen,
    receipts: phone.receipts,
    presences: phone.presences,
    privacy: Object.fromEntries(privacy),
    blocked: [...blocked].map((other) => accountJid(other)),
  };
}
