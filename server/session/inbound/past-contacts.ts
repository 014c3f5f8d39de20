import { type BaileysEventMap, type Contact, proto, type WAMessage } from '@whiskeysockets/baileys';
import type { NewEvent } from '../../events/types.ts';
import type { ContactData } from '../../generated/index.ts';
import type { JsonObject } from '../../store/schema.ts';
import { learn, pairsOfContact, shownJids } from '../identity.ts';
import { isGroup } from '../translate/jid.ts';
import { isContact, writeContacts } from './contacts.ts';
import { ifAny, isIgnored, type Scene } from './scene.ts';

type History = BaileysEventMap['messaging-history.set'];

/** People and groups of the past, by the names the phone has for them. */
export async function recordPastContacts(
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
    .filter(({ id }) => isContact(id) && !isIgnored(scene, id))
    .map(({ id, name, notify, verifiedName }) => ({
      remote_jid: shown(id),
      ...(isGroup(id)
        ? { type: 'group' as const, push_name: name || undefined }
        : {
            type: 'contact' as const,
            name: name || undefined,
            push_name: notify || verifiedName || undefined,
          }),
    }));
  const told = await writeContacts(scene, patches);
  return ifAny(told.flatMap(peopleIn), (data) => ({ type: 'contacts.set', data, extra }));
}

/** Those that are new, and those of whom the history has told before without a name. */
const peopleIn = (event: NewEvent): ContactData[] =>
  event.type === 'contacts.upsert' || event.type === 'contacts.update' ? event.data : [];

const { BIZ_PRIVACY_MODE_TO_BSP, BIZ_PRIVACY_MODE_TO_FB } = proto.WebMessageInfo.StubType;

/** Chats with a business may begin with a notice that says its verified name. */
export function businessesIn(messages: WAMessage[]): Contact[] {
  return messages.flatMap(({ key, messageStubType, messageStubParameters }) => {
    const id = key.participant || key.remoteJid;
    const [verifiedName] = messageStubParameters ?? [];
    const isNotice =
      messageStubType === BIZ_PRIVACY_MODE_TO_BSP || messageStubType === BIZ_PRIVACY_MODE_TO_FB;
    return isNotice && id && verifiedName ? [{ id, verifiedName }] : [];
  });
}
