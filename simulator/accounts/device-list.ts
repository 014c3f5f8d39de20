import { randomBytes } from 'node:crypto';
import { accountJid, deviceJid } from '../wire/jids.ts';
import { node, now, stanzaId } from '../wire/nodes.ts';
import { type Companion, detach } from './companion.ts';

/** Tells everybody who knows the account's device list, and its other devices, that a device came or went. */
export function announceDevice(companion: Companion, change: 'add' | 'remove'): void {
  const { account } = companion;
  const audience = new Set([...account.deviceWatchers, ...account.companions.values()]);
  audience.delete(companion);
  for (const watcher of audience) {
    watcher.mention(
      node('notification', notice(companion), [
        node(change, { device_hash: `2:${randomBytes(6).toString('base64')}` }, [
          node('device', {
            jid: deviceJid(companion),
            'key-index': companion.id,
            lid: deviceJid(companion, 'lid'),
          }),
          node('key-index-list', { ts: now() }),
        ]),
      ]),
    );
  }
}

function notice({ account }: Companion) {
  return {
    from: accountJid(account),
    lid: accountJid(account, 'lid'),
    type: 'devices',
    id: stanzaId(),
    t: now(),
  };
}

/** Forgets a linked device and tells its client, as when the user logs it out on the phone. */
export function removeDevice(companion: Companion): void {
  const { account, connection } = companion;
  if (!account.companions.delete(companion.id)) return;
  account.deviceWatchers.delete(companion);
  detach(companion);
  const conflict = node('conflict', { type: 'device_removed' });
  connection?.end(node('stream:error', { code: 401 }, [conflict]));
  announceDevice(companion, 'remove');
}
