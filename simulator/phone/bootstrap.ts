import { generateMessageIDV2, proto } from '@whiskeysockets/baileys';
import type { Companion } from '../accounts/companion.ts';
import { accountJid, deviceJid } from '../wire/jids.ts';
import { node, now } from '../wire/nodes.ts';
import { ensurePushName } from './app-state.ts';
import { historyChunks } from './history-chunks.ts';
import { inBackground } from './phone.ts';
import { encryptFor } from './signal.ts';

const { APP_STATE_SYNC_KEY_SHARE } = proto.Message.ProtocolMessage.Type;

function keyShare({ account }: Companion): proto.Message.IProtocolMessage {
  const { id, data } = account.appState.key;
  const fingerprint = { rawId: 1, currentIndex: 1, deviceIndexes: [0, 1] };
  const keyData = { keyData: data, fingerprint, timestamp: Date.now() };
  return {
    type: APP_STATE_SYNC_KEY_SHARE,
    appStateSyncKeyShare: { keys: [{ keyId: { keyId: id }, keyData }] },
  };
}

/** Sends a companion something only its own phone may send. */
async function sendPeerMessage(
  companion: Companion,
  protocolMessage: proto.Message.IProtocolMessage,
): Promise<void> {
  const { account } = companion;
  const { network, signal } = account.phone;
  const ciphertext = await encryptFor(network, signal(), deviceJid(companion), { protocolMessage });
  const id = generateMessageIDV2(accountJid(account));
  const envelope = {
    from: accountJid(account),
    id,
    type: 'text',
    category: 'peer',
    t: now(),
    notify: account.name,
  };
  companion.deliver(node('message', envelope, [ciphertext]));
}

/**
 * What a phone sends a newly linked device once that is ready: the key to the app state, then the history, in
 * this order, because the history makes the client fetch the app state, for which it needs the key.
 */
export function bootstrap(companion: Companion): void {
  const { phone } = companion.account;
  companion.bootstrapped = true;
  inBackground(phone, 'bootstrap', async () => {
    await ensurePushName(phone);
    await sendPeerMessage(companion, keyShare(companion));
    for await (const chunk of historyChunks(companion.account, companion.wantsFullHistory))
      await sendPeerMessage(companion, chunk);
  });
}
