import {
  type AuthenticationCreds,
  cleanMessage,
  decodeMessageNode,
  proto,
  unpadRandomMax16,
  type WAMessage,
  type WAMessageUpdate,
} from '@whiskeysockets/baileys';
import type { Recorder } from '../events/record.ts';
import type { NewEvent } from '../events/types.ts';
import type { MessageUpdateData } from '../generated/index.ts';
import { setMessageStatus } from '../store/message-status.ts';
import { insertMessage } from '../store/messages.ts';
import type { Db, MessageRecord } from '../store/schema.ts';
import type { Commit } from './auth-state.ts';
import type { Decryption } from './decryption.ts';
import { typeOf } from './translate/content.ts';
import { isGroup, withoutDevice } from './translate/jid.ts';
import { toNewMessage, toRecord } from './translate/message.ts';
import { statusName } from './translate/status.ts';

export interface InboundOptions {
  instanceId: string;
  record: Recorder;
  /** The account's own credentials: they tell which messages are its own. */
  creds(): AuthenticationCreds;
  /** Whether what happens in groups is dropped. */
  groupsIgnored(): boolean;
  currentDecryption(): Decryption | undefined;
}

/** Records what comes from WhatsApp: each message once, however often it is delivered. */
export interface Inbound {
  /** Writes Signal keys; if they belong to a decryption, its message is recorded in the same transaction. */
  commitKeys: Commit;
  /** Messages that Baileys has handled: those that came without encryption are recorded here. */
  messages(messages: WAMessage[]): Promise<void>;
  /** Receipts of messages. */
  updates(updates: WAMessageUpdate[]): Promise<void>;
}

export function createInbound(options: InboundOptions): Inbound {
  const { instanceId, record } = options;
  return {
    async commitKeys(write) {
      const message = decrypted(options);
      await record(instanceId, async (tx) => {
        await write(tx);
        return { result: undefined, events: message ? await recordMessage(tx, message, options) : [] };
      });
    },
    async messages(messages) {
      const wanted = messages.filter((message) => message.message && isRecorded(message, options));
      if (wanted.length === 0) return;
      await record(instanceId, async (tx) => {
        const events: NewEvent[] = [];
        for (const message of wanted) events.push(...(await recordMessage(tx, message, options)));
        return { result: undefined, events };
      });
    },
    async updates(updates) {
      const receipts = updates.filter(({ update }) => statusName(update.status) !== undefined);
      if (receipts.length === 0) return;
      await record(instanceId, async (tx) => {
        const events: NewEvent[] = [];
        for (const receipt of receipts) events.push(...(await recordStatus(tx, receipt, instanceId)));
        return { result: undefined, events };
      });
    },
  };
}

/** The message whose ciphertext has just been opened; none for what a phone tells its own devices. */
function decrypted(options: InboundOptions): WAMessage | undefined {
  const { stanza, plaintext } = options.currentDecryption() ?? {};
  const me = options.creds().me;
  if (!stanza || !plaintext || !me || stanza.attrs.category === 'peer') return undefined;
  const { fullMessage } = decodeMessageNode(stanza, me.id, me.lid ?? '');
  const content = proto.Message.decode(unpadRandomMax16(plaintext));
  const message = { ...fullMessage, message: content.deviceSentMessage?.message ?? content } as WAMessage;
  cleanMessage(message, me.id, me.lid ?? '');
  return isRecorded(message, options) ? message : undefined;
}

/** Key exchanges and the protocol's own messages say nothing to a reader. */
function isRecorded({ key, message }: WAMessage, { groupsIgnored }: InboundOptions): boolean {
  const type = typeOf({ ...message });
  if (type === 'unknown' || type === 'protocolMessage') return false;
  return !(isGroup(key.remoteJid ?? '') && groupsIgnored());
}

async function recordMessage(
  tx: Db,
  message: WAMessage,
  { instanceId, creds }: InboundOptions,
): Promise<NewEvent[]> {
  const own = message.key.fromMe ?? false;
  const row = toNewMessage(message, {
    instanceId,
    status: own ? 'SERVER_ACK' : 'DELIVERY_ACK',
    pushName: (own ? creds().me?.name : message.pushName) ?? null,
  });
  if ((await insertMessage(tx, row)) === 'duplicate') return [];
  return [{ type: 'messages.upsert', data: toRecord(row) }];
}

async function recordStatus(
  tx: Db,
  { key, update }: WAMessageUpdate,
  instanceId: string,
): Promise<NewEvent[]> {
  const status = statusName(update.status);
  if (!status || !key.id) return [];
  const message = await setMessageStatus(
    tx,
    instanceId,
    { id: key.id, fromMe: key.fromMe ?? undefined },
    status,
  );
  return message ? [{ type: 'messages.update', data: statusUpdate(message) }] : [];
}

/** The `data` of `messages.update` (wire-contract 3.3). */
export function statusUpdate(message: MessageRecord): MessageUpdateData {
  return {
    messageId: message.id,
    keyId: message.key_id,
    remoteJid: withoutDevice(message.remote_jid),
    fromMe: message.from_me === 1,
    ...(message.participant && { participant: message.participant }),
    status: message.status as MessageUpdateData['status'],
    instanceId: message.instance_id,
  };
}
