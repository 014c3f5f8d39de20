import { decryptMessageNode } from '@whiskeysockets/baileys';
import { routeReceipt } from '../stanzas/receipts.ts';
import { accountJid } from '../wire/jids.ts';
import { type BinaryNode, node, now } from '../wire/nodes.ts';
import { fileMessage, isShown } from './inbox.ts';
import type { Phone } from './phone.ts';
import { makeBundle } from './signal.ts';
import { silentLogger } from './silent-logger.ts';

const MAX_RETRIES = 5;

/** Decrypts a message, confirms it and files it in the inbox; asks for it again when decryption fails. */
export async function receiveMessage(phone: Phone, stanza: BinaryNode): Promise<void> {
  const { account, network } = phone;
  if (phone.sink) return phone.receipts.delivered ? sendReceipt(phone, stanza) : undefined;
  const lid = accountJid(account, 'lid');
  const { repository } = phone.signal();
  const envelope = decryptMessageNode(stanza, accountJid(account), lid, repository, silentLogger);
  await envelope.decrypt();
  const { fullMessage } = envelope;
  if (fullMessage.messageStubType && isShown(phone, stanza)) {
    network.counters.duplicates++;
    return sendReceipt(phone, stanza);
  }
  if (fullMessage.messageStubType) {
    network.counters.undecryptable++;
    return requestRetry(phone, stanza);
  }
  network.counters.phoneMessages++;
  phone.retries.delete(stanza.attrs.id ?? '');
  if (stanza.attrs.category === 'peer') return; // a companion's request to its phone, not a chat message
  const fromMe = Boolean(fullMessage.key.fromMe);
  await fileMessage(phone, stanza, fullMessage.message ?? {}, fromMe);
  if (!fromMe) acknowledge(phone, stanza);
}

/** What the phone says of a message by itself, when it arrives. */
function acknowledge(phone: Phone, stanza: BinaryNode): void {
  if (phone.receipts.delivered) sendReceipt(phone, stanza);
  if (phone.receipts.read) sendReceipt(phone, stanza, 'read');
}

/** Confirms a message to whoever sent it: delivered, or of another `type` such as `read`. */
export function sendReceipt(phone: Phone, stanza: BinaryNode, type?: string): void {
  const { id, from, participant } = stanza.attrs;
  routeReceipt(phone.network, phone, node('receipt', { id, to: from, participant, type, t: now() }));
}

/** Asks the sending device to encrypt a message anew, for which it will fetch fresh keys. */
async function requestRetry(phone: Phone, stanza: BinaryNode): Promise<void> {
  const { id = '', from, participant, recipient, t } = stanza.attrs;
  const count = (phone.retries.get(id) ?? 0) + 1;
  if (count > MAX_RETRIES) return;
  phone.retries.set(id, count);
  const { registrationId } = await makeBundle(phone.signal());
  routeReceipt(
    phone.network,
    phone,
    node('receipt', { id, to: from, participant, recipient, type: 'retry', t: now() }, [
      node('retry', { count, id, t, v: 1, error: 0 }),
      node('registration', {}, registrationId),
    ]),
  );
}
