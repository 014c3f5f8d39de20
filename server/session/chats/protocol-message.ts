import {
  generateMessageIDV2,
  generateWAMessageFromContent,
  proto,
  type WAMessage,
} from '@whiskeysockets/baileys';
import type { MessageRecord } from '../../generated/index.ts';
import { transaction } from '../../store/db.ts';
import { insertOutboxRow } from '../../store/outbox.ts';
import { insertSentChange } from '../../store/sent-changes.ts';
import type { Actor } from '../actor.ts';
import type { Link } from '../link.ts';
import { withoutDevice } from '../translate/jid.ts';
import { toNewMessage, toRecord } from '../translate/message.ts';

/** What WhatsApp's servers are told of a message that changes another one (Baileys' own figures). */
export const CHANGE = { edit: '1', revokeOwn: '7', revokeAsAdmin: '8' } as const;

type Change = (typeof CHANGE)[keyof typeof CHANGE];

/**
 * Sends a message that says what becomes of another one. Gives it as it went out. It is kept before it leaves,
 * so that a retry can be answered, and goes out again if the connection is lost.
 *
 * @throws HttpError 400 when WhatsApp refuses it
 */
export async function relayChange(
  { deps, owner }: Actor,
  link: Link,
  jid: string,
  protocolMessage: proto.Message.IProtocolMessage,
  change: Change,
): Promise<WAMessage> {
  const userJid = link.me()?.id ?? '';
  const messageId = generateMessageIDV2(userJid);
  const message = generateWAMessageFromContent(jid, { protocolMessage }, { userJid, messageId });
  const content = message.message ?? {};
  const bytes = proto.Message.encode(proto.Message.fromObject(content)).finish();
  await transaction(deps.db, async (tx) => {
    await insertSentChange(tx, owner.id, messageId, bytes);
    await insertOutboxRow(tx, {
      ...{ instance_id: owner.id, key_id: messageId, sender: withoutDevice(userJid), jid },
      ...{ edit: change, nodes: null, audience: null },
    });
  });
  await deps.outbox.send(owner, link, { id: messageId, jid, content, edit: change });
  return message;
}

/** The message as the contract shows what was sent. It is about another one, and not stored. */
export function toSentRecord({ owner }: Actor, { me }: Link, sent: WAMessage): MessageRecord {
  return toRecord(
    toNewMessage(sent, { instanceId: owner.id, status: 'PENDING', pushName: me()?.name ?? null }),
  );
}
