import { type BaileysEventMap, type Contact, proto, type WAMessageKey } from '@whiskeysockets/baileys';
import type { SettingRow } from '../store/schema.ts';
import type { Owner } from './announce.ts';
import { hasContent } from './inbound/message.ts';
import type { Inbound } from './inbound.ts';
import type { Link } from './link.ts';
import type { SessionDependencies } from './options.ts';
import { send } from './send/send.ts';
import type { SocketEvents } from './socket.ts';
import { isGroup, withoutDevice } from './translate/jid.ts';

/** Does by itself what the instance's settings want done when something arrives. Nobody waits for it. */
export type Reactions = (link: Link, events: SocketEvents) => void;

type Calls = BaileysEventMap['call'];
type Messages = BaileysEventMap['messages.upsert']['messages'];

export function createReactions(deps: SessionDependencies, owner: Owner, inbound: Inbound): Reactions {
  const react = async (link: Link, events: SocketEvents): Promise<void> => {
    const settings = await deps.settings.of(owner.id);
    const keys = toRead(events['messages.upsert']?.messages ?? [], settings);
    if (keys.length > 0) await read(link, keys, inbound);
    for (const { id } of events['contacts.update']?.filter(hasNewPicture) ?? []) {
      if (id) await find(link, id, inbound);
    }
    for (const call of toReject(events.call ?? [], settings)) {
      await link.socket.rejectCall(call.id, call.from);
      const jid = withoutDevice(call.callerPn ?? call.from);
      const content = { extendedTextMessage: { text: settings.msg_call } };
      if (settings.msg_call.trim()) await send({ deps, owner }, link, { jid, content });
    }
    if (settings.always_online && events['creds.update']?.me?.name) {
      // Before its name is known the account cannot be online (whatsapp-protocol 3.4).
      await link.socket.sendPresenceUpdate('available');
    }
  };
  return (link, events) => {
    if (!CAUSES.some((name) => events[name])) return;
    react(link, events).catch((error) => {
      deps.logger.warn({ err: error, instance: owner.name }, 'what the settings want was not done');
    });
  };
}

/** The rest of what arrives needs no answer. */
const CAUSES = ['messages.upsert', 'contacts.update', 'call', 'creds.update'] as const;

const hasNewPicture = ({ imgUrl }: Partial<Contact>): boolean => imgUrl === 'changed';

/** Where somebody's new picture is: WhatsApp only tells that there is one. */
async function find({ socket }: Link, id: string, inbound: Inbound): Promise<void> {
  const imgUrl = await socket.profilePictureUrl(id, 'image');
  if (imgUrl) await inbound.events({ 'contacts.update': [{ id, imgUrl }] });
}

/** Status updates have a setting of their own. */
function toRead(messages: Messages, settings: SettingRow): WAMessageKey[] {
  return messages
    .filter((message) => !message.key.fromMe && message.key.id && hasContent(message))
    .map(({ key }) => key)
    .filter(({ remoteJid }) => {
      if (remoteJid === 'status@broadcast') return settings.read_status === 1;
      if (isGroup(remoteJid ?? '') && settings.groups_ignore) return false;
      return settings.read_messages === 1;
    });
}

/** Told to the authors and then recorded, like what is read on the phone. */
async function read({ socket }: Link, keys: WAMessageKey[], inbound: Inbound): Promise<void> {
  await socket.readMessages(keys);
  const { READ } = proto.WebMessageInfo.Status;
  await inbound.events({ 'messages.update': keys.map((key) => ({ key, update: { status: READ } })) });
}

/** A call that is over cannot be rejected. */
function toReject(calls: Calls, settings: SettingRow): Calls {
  if (!settings.reject_call) return [];
  return calls.filter(({ status, offline }) => status === 'offer' && !offline);
}
