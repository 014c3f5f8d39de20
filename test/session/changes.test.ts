import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AnyMessageContent, WAMessageKey } from '@whiskeysockets/baileys';
import type {
  MessageDeleteData,
  MessageEditData,
  MessageRecord,
} from '../../clients/typescript/src/index.ts';
import type { RecordedEvent } from '../../server/events/types.ts';
import { type Contact, newContact } from '../support/contact.ts';
import { startTestGateway, type TestGateway } from '../support/gateway.ts';
import { type LinkedInstance, linkedInstance } from '../support/linked-instance.ts';
import { inInbox } from '../support/messages.ts';

let gateway: TestGateway;
let shop: LinkedInstance;
let ana: Contact;

before(async () => {
  gateway = await startTestGateway();
  shop = await linkedInstance(gateway);
  ana = await newContact(gateway, 'Ana');
});
after(async () => {
  await ana.client.end();
  await gateway.stop();
});

/** Lets Ana send something. Gives its key as she sees it. */
async function says(content: AnyMessageContent): Promise<WAMessageKey> {
  const sent = await ana.client.socket().sendMessage(`${shop.number}@s.whatsapp.net`, content);
  assert.ok(sent);
  return sent.key;
}

const told = (type: string, matches: (data: never) => boolean): Promise<RecordedEvent> =>
  gateway.event((event) => event.type === type && matches(event.data as never));

const upserted = async (id: string | null | undefined): Promise<MessageRecord> =>
  (await told('messages.upsert', ({ key }: MessageRecord) => key.id === id)).data as MessageRecord;

const stored = async (id: string) =>
  (await gateway.client.chat.findMessages({ instance: 'shop', body: { where: { key: { id } } } })).messages
    .records[0];

test('an edit over the wire: text, sender and chat are told, and the message reads anew', async () => {
  const key = await says({ text: 'see you at 5' });
  await upserted(key.id);
  await says({ text: 'see you at 6', edit: key });
  const { data } = await told('messages.edited', (edited: MessageEditData) => edited.key.id === key.id);
  assert.partialDeepStrictEqual(data, {
    key: { remoteJid: `${ana.number}@s.whatsapp.net`, fromMe: false },
    ...{ type: 'MESSAGE_EDIT', editedMessage: { conversation: 'see you at 6' }, pushName: 'Ana' },
  });
  assert.partialDeepStrictEqual(await stored(String(key.id)), {
    message: { conversation: 'see you at 6' },
    MessageUpdate: [{ status: 'EDITED' }],
  });
});

test('a deletion over the wire: the message is told as it was', async () => {
  const key = await says({ text: 'never mind' });
  await upserted(key.id);
  await says({ delete: key });
  const { data } = await told('messages.delete', (deleted: MessageDeleteData) => deleted.id === key.id);
  assert.partialDeepStrictEqual(data, { status: 'DELETED', message: { conversation: 'never mind' } });
  assert.partialDeepStrictEqual(await stored(String(key.id)), {
    ...{ key: { deleted: true }, status: 'DELETED', MessageUpdate: [{ status: 'DELETED' }] },
  });
});

test('a reaction to what was sent names the message', async () => {
  const sent = await gateway.client.message.sendText({
    instance: 'shop',
    body: { number: ana.number, text: 'thanks!' },
  });
  await inInbox(gateway, ana.number, sent.key.id);
  const remoteJid = `${shop.number}@s.whatsapp.net`;
  const key = await says({ react: { text: '👍', key: { remoteJid, fromMe: false, id: sent.key.id } } });
  const { message, messageType } = await upserted(key.id);
  assert.equal(messageType, 'reactionMessage');
  assert.partialDeepStrictEqual(message, {
    reactionMessage: { text: '👍', key: { id: sent.key.id, fromMe: true } },
  });
});

test('each of them is told once', () => {
  const ids = gateway.events
    .filter(({ type }) => ['messages.upsert', 'messages.edited', 'messages.delete'].includes(type))
    .map(({ type, data }) => `${type} ${(data as MessageRecord).key.id}`);
  assert.equal(new Set(ids).size, ids.length);
});
