import { randomUUID } from 'node:crypto';
import type { TestContext } from 'node:test';
import { deflateSync } from 'node:zlib';
import { type AuthenticationCreds, initAuthCreds, proto, type WAMessage } from '@whiskeysockets/baileys';
import { createBus } from '../../../server/events/bus.ts';
import { createRecorder } from '../../../server/events/record.ts';
import type { EventName, EventPayloads, RecordedEvent } from '../../../server/events/types.ts';
import { createLogger } from '../../../server/logger.ts';
import { keepPart } from '../../../server/session/inbound/past-notice.ts';
import { createPast } from '../../../server/session/inbound/past-parts.ts';
import type { InboundOptions, Scene } from '../../../server/session/inbound/scene.ts';
import { createInbound } from '../../../server/session/inbound.ts';
import { createSettings } from '../../../server/session/settings.ts';
import type { SocketEvents } from '../../../server/session/socket.ts';
import { createTurns } from '../../../server/session/turns.ts';
import type { Db } from '../../../server/store/schema.ts';
import { insertSettings, type SettingPatch } from '../../../server/store/settings.ts';
import { addInstance, testDatabase } from '../../store/fixtures.ts';

export const ME = '15550001111@s.whatsapp.net';
export const ME_LID = '111@lid';
export const ANA = '5511988887777@s.whatsapp.net';
export const ANA_LID = '222@lid';
export const BOB = '4930111111@s.whatsapp.net';
export const GROUP = '120363000000000000@g.us';

/** A part of a history, as a phone gives it. */
export type HistorySyncPart = proto.IHistorySync & { syncType: proto.HistorySync.HistorySyncType };

export interface TestInbound {
  db: Db;
  id: string;
  creds: AuthenticationCreds;
  /** Hands over a batch of Baileys' events, and gives the events that were recorded of it. */
  deliver(batch: SocketEvents): Promise<RecordedEvent[]>;
  /**
   * Gives a part of the phone's history, and the events that were recorded of it.
   *
   * @param content stands in for the part, deflated
   * @param stopAfter disconnects after the first event of this type
   */
  history(
    part: HistorySyncPart,
    how?: { content?: Uint8Array; stopAfter?: EventName },
  ): Promise<RecordedEvent[]>;
  /** Connects anew, and gives the events of what was left of the history. */
  again(how?: { isLinked?: boolean }): Promise<RecordedEvent[]>;
}

/** How many members each group has: Ana, Bob and the account itself. */
export const MEMBERS = 3;

/** What comes in, as Baileys would hand it over, on a database of its own. */
export async function testInbound(t: TestContext, settings: SettingPatch = {}): Promise<TestInbound> {
  const db = await testDatabase(t);
  const { id, name } = await addInstance(db);
  await insertSettings(db, id, settings);
  const bus = createBus(createLogger('silent'));
  const recorded: RecordedEvent[] = [];
  bus.subscribe((events) => recorded.push(...events));
  const creds = {
    ...initAuthCreds(),
    me: { id: '15550001111:3@s.whatsapp.net', lid: '111:3@lid', name: 'Shop' },
  };
  const known = createSettings(db);
  const options: InboundOptions = {
    owner: { id, name },
    record: createRecorder(db, bus),
    creds: () => creds,
    settings: () => known.of(id),
    currentDecryption: () => undefined,
    membersOf: () => MEMBERS,
  };
  const source = { download: () => Promise.reject(new Error('no host')), learn: () => Promise.resolve() };
  const logger = createLogger('silent');
  const connect = () => createPast({ inbound: options, source, db, logger, turns: createTurns(1) });
  let past = connect();
  const inbound = createInbound(options, past);
  return {
    ...{ db, id, creds },
    async history(part, { content, stopAfter } = {}) {
      const { syncType, progress } = part;
      const initialHistBootstrapInlinePayload =
        content ?? deflateSync(proto.HistorySync.encode(part).finish());
      const notification = { syncType, progress: progress ?? null, initialHistBootstrapInlinePayload };
      const scene = { tx: db, instanceId: id } as Scene;
      const isLatest = true;
      await keepPart(scene, { messageId: randomUUID(), notification, isLatest });
      const unsubscribe = bus.subscribe(([event]) => event?.type === stopAfter && past.stop());
      await past.resume();
      unsubscribe();
      return recorded.splice(0);
    },
    async again({ isLinked = true } = {}) {
      past = connect();
      await past.prepare(isLinked);
      await past.resume();
      return recorded.splice(0);
    },
    async deliver(batch) {
      await inbound.events(batch);
      return recorded.splice(0);
    },
  };
}

/** The `data` of the first event of a type. */
export function dataOf<Name extends EventName>(
  events: RecordedEvent[],
  type: Name,
): EventPayloads[Name] | undefined {
  return events.find((event) => event.type === type)?.data as EventPayloads[Name] | undefined;
}

export const typesOf = (events: RecordedEvent[]): string[] => events.map(({ type }) => type);

let made = 0;

/** A message of Ana's in the chat with her, unless it says otherwise. */
export function message(
  content: WAMessage['message'],
  key: Partial<WAMessage['key']> = {},
  values: Partial<WAMessage> = {},
): WAMessage {
  made += 1;
  return {
    key: { remoteJid: ANA, fromMe: false, id: `3EB0${made}`, ...key },
    message: content,
    messageTimestamp: 1_741_064_767,
    pushName: 'Ana',
    ...values,
  } as WAMessage;
}

export const upsert = (...messages: WAMessage[]): SocketEvents => ({
  'messages.upsert': { messages, type: 'notify' },
});
