import { deviceOf } from '../network.ts';
import { routeMessage } from '../stanzas/messages.ts';
import { type BinaryNode, child, node } from '../wire/nodes.ts';
import { contentFor } from './outgoing.ts';
import type { Phone } from './phone.ts';
import { keyTo } from './sender-keys.ts';
import { encryptFor, startSession } from './signal.ts';

/** A device could not decrypt a message: encrypts it for that device again, in a new session. */
export async function resend(phone: Phone, receipt: BinaryNode): Promise<void> {
  const { id = '', from = '', participant } = receipt.attrs;
  const asking = participant ?? from;
  const message = phone.sent.get(id);
  const device = deviceOf(phone.network, asking);
  if (!message || !device) return;
  const { chat, edit } = message;
  const { network } = phone;
  await startSession(network, phone.signal(), asking);
  const key = chat.kind === 'person' ? {} : await keyTo(phone, chat);
  const content = { ...contentFor(phone, device, message), ...key };
  const ciphertext = await encryptFor(network, phone.signal(), asking, content);
  const count = child(receipt, 'retry')?.attrs.count ?? '1';
  const numbered = { ...ciphertext, attrs: { ...ciphertext.attrs, count } };
  const own = device.account === phone.account;
  const address =
    chat.kind === 'group'
      ? { to: chat.jid, participant: asking }
      : { to: asking, recipient: own ? chat.jid : undefined };
  routeMessage(network, phone, node('message', { ...address, id, type: 'text', edit }, [numbered]));
}
