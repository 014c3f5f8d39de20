import type { TestContext } from 'node:test';
import { type AuthenticationCreds, initAuthCreds, type WAMessage } from '@whiskeysockets/baileys';
import { createBus } from '../../../server/events/bus.ts';
import { createRecorder } from '../../../server/events/record.ts';
import type { EventName, EventPayloads, RecordedEvent } from '../../../server/events/types.ts';
import { createLogger } from '../../../server/logger.ts';
import { createInbound } from '../../../server/session/inbound.ts';
import { createSettings } from '../../../server/session/settings.ts';
import type { SocketEvents } from '../../../server/session/socket.ts';
import type { Db } from '../../../server/store/schema.ts';
import { insertSettings, type SettingPatch } from '../../../server/store/settings.ts';
import { addInstance, testDatabase } from '../../store/fixtures.ts';

export const ME = '15550001111@s.whatsapp.net';
export const ME_LID = '111@lid';
export const ANA = '5511988887777@s.whatsapp.net';
export const ANA_LID = '222@lid';
export const BOB = '4930111111@s.whatsapp.net';
export const GROUP = '120363000000000000@g.us';

export interface TestInbound {
  db: Db;
  id: string;
  creds: AuthenticationCreds;
  /** Hands over a batch of Baileys' events, and gives the events that were recorded of it. */
  deliver(batch: SocketEvents): Promise<RecordedEvent[]>;
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
  const inbound = createInbound({
    owner: { id, name },
    record: createRecorder(db, bus),
    creds: () => creds,
    settings: () => known.of(id),
    currentDecryption: () => undefined,
    membersOf: () => MEMBERS,
  });
  return {
    ...{ db, id, creds },
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
