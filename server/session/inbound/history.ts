import { type BaileysEventMap, type Chat, toNumber, type WAMessage } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import { upsertChat } from '../../store/chats.ts';
import { chunks } from '../../store/chunks.ts';
import { insertMessages } from '../../store/message-insert.ts';
import type { JsonObject } from '../../store/schema.ts';
import { identified, learn, pairsOfContact, shownJids } from '../identity.ts';
import { toNewMessage, toRecord } from '../translate/message.ts';
import { statusName } from '../translate/status.ts';
import { writeContacts } from './contacts.ts';
import { hasContent } from './message.ts';
import { type InboundOptions, ifAny, inScene, isIgnored, type Scene } from './scene.ts';

type History = BaileysEventMap['messaging-history.set'];

/** Rows in a transaction: few enough that others who wait for the database wait for milliseconds. */
const BATCH = 200;

/** A part of what the phone has from before the link, as it gives it to a new device. */
export async function recordHistory(options: InboundOptions, history: History): Promise<void> {
  const { chats, contacts, messages, lidPnMappings = [] } = history;
  const { isLatest = false, progress } = history;
  const extra = { isLatest, ...(progress != null && { progress }) };
  for (const batch of chunks(lidPnMappings, BATCH)) {
    await inScene(options, async ({ tx, instanceId }) => {
      await learn(
        tx,
        instanceId,
        batch.map(({ lid, pn }) => [lid, pn]),
      );
      return [];
    });
  }
  for (const batch of chunks(contacts, BATCH)) {
    await inScene(options, (scene) => recordPastContacts(scene, batch, extra));
  }
  for (const batch of chunks(chats, BATCH)) {
    await inScene(options, (scene) => recordPastChats(scene, batch, extra));
  }
  for (const batch of chunks(messages, BATCH)) {
    await inScene(options, (scene) => recordPastMessages(scene, batch, extra));
  }
}

async function recordPastMessages(
  scene: Scene,
  messages: WAMessage[],
  extra: JsonObject,
): Promise<NewEvent[]> {
  const { tx, instanceId, me } = scene;
  const rows = messages
    .filter((message) => message.message && hasContent(message) && !isChange(message))
    .filter(({ key }) => key?.id && !isIgnored(scene, key.remoteJid ?? ''))
    .map((message) => {
      const own = message.key.fromMe ?? false;
      const status = statusName(message.status) ?? (own ? 'SERVER_ACK' : 'DELIVERY_ACK');
      return toNewMessage(withAuthor(message), {
        ...{ instanceId, status },
        pushName: (own ? me?.name : message.pushName) ?? null,
      });
    });
  if (rows.length === 0) return [];
  const written = await insertMessages(tx, await identified(tx, instanceId, rows));
  return ifAny(written.map(toRecord), (data) => ({ type: 'messages.set', data, extra }));
}

async function recordPastChats(scene: Scene, chats: Chat[], extra: JsonObject): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  const wanted = chats.filter(({ id }) => id && id !== 'status@broadcast' && !isIgnored(scene, id));
  const shown = await shownJids(
    tx,
    instanceId,
    wanted.map(({ id }) => id ?? ''),
  );
  const data = [];
  for (const { id, name, displayName, unreadCount, conversationTimestamp, archived, ...rest } of wanted) {
    const { chat } = await upsertChat(tx, instanceId, {
      remote_jid: shown(id ?? ''),
      name: name || displayName || undefined,
      unread_count: unreadCount == null ? undefined : Math.max(unreadCount, 0),
      archived: archived == null ? undefined : archived ? 1 : 0,
      disappears_after: rest.ephemeralExpiration ?? undefined,
      active_at: conversationTimestamp ? toNumber(conversationTimestamp) : undefined,
    });
    data.push({ remoteJid: chat.remote_jid, instanceId, name: chat.name });
  }
  return ifAny(data, (chats) => ({ type: 'chats.set', data: chats, extra }));
}

async function recordPastContacts(
  scene: Scene,
  contacts: History['contacts'],
  extra: JsonObject,
): Promise<NewEvent[]> {
  const { tx, instanceId } = scene;
  await learn(tx, instanceId, contacts.flatMap(pairsOfContact));
  const shown = await shownJids(
    tx,
    instanceId,
    contacts.map(({ id }) => id),
  );
  const patches = contacts
    .filter(({ id }) => isPerson(id) || id.endsWith('@g.us'))
    .map(({ id, name, notify, verifiedName }) => {
      const isGroupJid = id.endsWith('@g.us');
      return {
        remote_jid: shown(id),
        ...(isGroupJid ? { push_name: name || undefined } : { name: name || undefined }),
        ...(!isGroupJid && { push_name: notify || verifiedName || undefined }),
        type: isGroupJid ? ('group' as const) : ('contact' as const),
      };
    });
  const told = await writeContacts(scene, patches);
  const data = told.flatMap((event) => (event.type === 'contacts.upsert' ? event.data : []));
  return ifAny(data, (contacts) => ({ type: 'contacts.set', data: contacts, extra }));
}

const isPerson = (jid: string): boolean => jid.endsWith('@s.whatsapp.net') || jid.endsWith('@lid');

/** The history has each message as it stands: what changed it says nothing more. */
const isChange = ({ message }: WAMessage): boolean => message?.protocolMessage != null;

/** Beside the key, where the phone puts the author of what was said in a group. */
function withAuthor(message: WAMessage): WAMessage {
  const participant = message.key.participant ?? message.participant;
  return participant ? ({ ...message, key: { ...message.key, participant } } as WAMessage) : message;
}
