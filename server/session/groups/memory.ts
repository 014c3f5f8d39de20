import {
  type BinaryNode,
  type GroupMetadata,
  type GroupParticipant,
  getAllBinaryNodeChildren,
  getBinaryNodeChildren,
  type WASocket,
} from '@whiskeysockets/baileys';
import { LRUCache } from 'lru-cache';
import { createLimit } from '../../limit.ts';
import { createPictures, type Pictures } from './pictures.ts';

/** About 200 bytes each. What is pushed out is asked for again. */
const MEMBERS_REMEMBERED = 20_000;
/** Should a notification ever be missed, its group is right again after this. */
const REMEMBERED_MS = 60 * 60 * 1000;
/** Sends to many groups that come all at once ask one after another beyond this. */
const QUERIES_AT_ONCE = 4;

/**
 * What one socket knows of its groups. Each is asked for once and then kept true by WhatsApp's notifications,
 * so that a message to a group costs no query. It begins anew with each socket: what happened in between is
 * not known.
 */
export interface GroupMemory {
  /** The group with its members. @throws Boom when WhatsApp refuses, or does not answer */
  metadata(jid: string): Promise<GroupMetadata>;
  /** How many members it has; if that is not known it is asked for, and undefined meanwhile. */
  size(jid: string): number | undefined;
  /** The group, asked for anew. */
  ask(jid: string): Promise<GroupMetadata>;
  /** To be called before anything else is done with a group that was changed. */
  forget(jid: string): void;
  pictures: Pictures;
  /** Listens to the notifications of the socket, and asks by it. */
  follow(socket: WASocket): void;
}

type Known = LRUCache<string, GroupMetadata>;

/** @param onAnswer gets every group that WhatsApp was asked for */
export function createGroupMemory(onAnswer?: (metadata: GroupMetadata) => void): GroupMemory {
  const pictures = createPictures();
  const asked = new Map<string, Promise<GroupMetadata>>();
  const known: Known = new LRUCache({
    maxSize: MEMBERS_REMEMBERED,
    sizeCalculation: ({ participants }) => participants.length + 1,
    ttl: REMEMBERED_MS,
  });
  const limit = createLimit(QUERIES_AT_ONCE);
  let socket: WASocket | undefined;
  const forget = (jid: string): void => {
    asked.delete(jid);
    known.delete(jid);
  };
  const ask = (jid: string): Promise<GroupMetadata> => {
    if (!socket) throw new Error('The groups have no socket yet');
    const { groupMetadata } = socket;
    const answer = limit(() => groupMetadata(jid));
    asked.set(jid, answer);
    const settle = (metadata?: GroupMetadata): void => {
      if (metadata) onAnswer?.(metadata);
      if (asked.get(jid) !== answer) return; // it has changed since it was asked
      asked.delete(jid);
      if (metadata) known.set(jid, metadata);
    };
    answer.then(settle, () => settle());
    return answer;
  };
  const changed = (notification: BinaryNode): void => {
    const jid = notification.attrs.from ?? '';
    const metadata = known.get(jid);
    const next = metadata && afterNotification(metadata, notification);
    forget(jid);
    if (next) known.set(jid, next);
  };
  const metadata = async (jid: string): Promise<GroupMetadata> =>
    known.get(jid) ?? asked.get(jid) ?? ask(jid);
  return {
    metadata,
    size(jid) {
      const members = known.get(jid)?.participants.length;
      // An answer is noted by itself; without one the number stays unknown.
      if (members === undefined) metadata(jid).catch(() => {});
      return members;
    },
    ask,
    forget,
    pictures,
    follow(followed) {
      socket = followed;
      followed.ws.on('CB:notification,type:w:gp2', changed);
      pictures.follow(followed);
    },
  };
}

/**
 * The group as a notification makes it (whatsapp-protocol 5); undefined where that is not plain, so that it
 * has to be asked for. Read from the stanza: of some changes Baileys makes no event, and it makes them late.
 */
export function afterNotification(
  metadata: GroupMetadata,
  notification: BinaryNode,
): GroupMetadata | undefined {
  const [change] = getAllBinaryNodeChildren(notification);
  if (!change) return metadata;
  const changed = getBinaryNodeChildren(change, 'participant').map(({ attrs }) => attrs);
  const ids = changed.map(({ jid }) => jid);
  const others = metadata.participants.filter(({ id }) => !ids.includes(id));
  const affected = metadata.participants.filter(({ id }) => ids.includes(id));
  const isComplete = affected.length === ids.length;
  switch (change.tag) {
    case 'add':
      return withMembers(metadata, [...others, ...changed.map(newMember)]);
    case 'remove':
    case 'leave':
      return isComplete && ids.length > 0 ? withMembers(metadata, others) : undefined;
    case 'promote':
    case 'demote': {
      const admin = change.tag === 'promote' ? 'admin' : null;
      return isComplete
        ? withMembers(metadata, [...others, ...affected.map((one) => ({ ...one, admin }) as const)])
        : undefined;
    }
    case 'subject':
      return { ...metadata, ...subjectOf(change) };
    case 'ephemeral':
      return { ...metadata, ephemeralDuration: Number(change.attrs.expiration) };
    case 'not_ephemeral': {
      const { ephemeralDuration: _, ...lasting } = metadata;
      return lasting;
    }
    default:
      return undefined;
  }
}

function subjectOf({ attrs: { subject = '', s_o, s_o_pn, s_t } }: BinaryNode): Partial<GroupMetadata> {
  return {
    subject,
    ...(s_o && { subjectOwner: s_o }),
    ...(s_o_pn && { subjectOwnerPn: s_o_pn }),
    ...(s_t && { subjectTime: Number(s_t) }),
  };
}

function withMembers(metadata: GroupMetadata, participants: GroupParticipant[]): GroupMetadata {
  return { ...metadata, participants, size: participants.length };
}

function newMember({ jid = '', phone_number, lid, type }: BinaryNode['attrs']): GroupParticipant {
  return {
    id: jid,
    ...(phone_number && { phoneNumber: phone_number }),
    ...(lid && { lid }),
    admin: type === 'admin' || type === 'superadmin' ? type : null,
  };
}
