import type { AuthenticationCreds, Contact } from '@whiskeysockets/baileys';
import type { Recorder } from '../../events/record.ts';
import type { NewEvent } from '../../events/types.ts';
import type { Db, SettingRow } from '../../store/schema.ts';
import type { Owner } from '../announce.ts';
import type { Decryption } from '../decryption.ts';
import type { SocketEvents } from '../socket.ts';
import { isGroup, withoutDevice } from '../translate/jid.ts';

/** How many members a group has, as far as it is known. */
export type MembersOf = (group: string) => number | undefined;

/** What recording what comes from WhatsApp takes. */
export interface InboundOptions {
  owner: Owner;
  record: Recorder;
  /** The account's own credentials: they tell which messages are its own. */
  creds(): AuthenticationCreds;
  settings(): Promise<SettingRow>;
  membersOf: MembersOf;
  currentDecryption(): Decryption | undefined;
}

/** One transaction, and what everything that is recorded in it has to know. */
export interface Scene {
  tx: Db;
  instanceId: string;
  /** The instance's name. */
  instance: string;
  me: Contact | undefined;
  settings: SettingRow;
  membersOf: MembersOf;
}

/** Writes what an event of Baileys tells, and gives the events that tell of it in turn. */
export type Handle<Name extends keyof SocketEvents> = (
  scene: Scene,
  event: NonNullable<SocketEvents[Name]>,
) => Promise<NewEvent[]>;

/** Runs `work` in one transaction, and records the events that it gives. */
export async function inScene(
  { owner, record, creds, settings, membersOf }: InboundOptions,
  work: (scene: Scene) => Promise<NewEvent[]>,
): Promise<void> {
  const current = await settings();
  await record(owner.id, async (tx) => {
    const me = creds().me;
    const scene = {
      ...{ tx, instanceId: owner.id, instance: owner.name, me },
      ...{ settings: current, membersOf },
    };
    return { result: undefined, events: await work(scene) };
  });
}

/** Whether what happens in the chat is dropped, as the instance's settings want it. */
export const isIgnored = ({ settings }: Scene, jid: string): boolean =>
  settings.groups_ignore === 1 && isGroup(jid);

export const isOwn = ({ me }: Scene, jid: string): boolean => ownJids(me).includes(withoutDevice(jid));

/** The account's own JIDs: the phone's and the LID. */
export function ownJids(me: Contact | undefined): string[] {
  return [me?.id, me?.lid]
    .filter((jid) => jid !== undefined && jid !== '')
    .map((jid) => withoutDevice(jid ?? ''));
}

/** An event about many things, unless there are none. */
export function ifAny<T>(items: T[], event: (items: T[]) => NewEvent): NewEvent[] {
  return items.length > 0 ? [event(items)] : [];
}
