import { createHash } from 'node:crypto';
import { decryptPollVote, type proto } from '@whiskeysockets/baileys';
import type { PollUpdate } from '../../generated/index.ts';
import type { JsonObject } from '../../store/schema.ts';

/** A poll as its first message tells of it. */
export interface Poll {
  id: string;
  options: string[];
  secret: Uint8Array;
}

/** Undefined if the content is no poll, or one whose votes nobody can read. */
export function pollOf(id: string, message: JsonObject): Poll | undefined {
  const options = optionsOf(message);
  const { messageSecret } = (message.messageContextInfo ?? {}) as { messageSecret?: string };
  if (!options || !messageSecret) return undefined;
  return { id, options, secret: Buffer.from(messageSecret, 'base64') };
}

/** The names of a poll's options; undefined if the content is no poll. */
export function optionsOf(message: JsonObject): string[] | undefined {
  const [, poll] = Object.entries(message).find(([name]) => isPoll(name)) ?? [];
  if (!poll) return undefined;
  const { options = [] } = poll as { options?: { optionName?: string }[] };
  return options.map(({ optionName = '' }) => optionName);
}

/** Whether a type of message opens a poll, in any of its versions. */
export const isPoll = (messageType: string): boolean => messageType.startsWith('pollCreationMessage');

/**
 * The options that a vote chooses; undefined if it cannot be read. The JIDs are part of the cipher, and which
 * of their two a client used cannot be known: each is tried.
 */
export function readVote(
  vote: proto.Message.IPollEncValue,
  poll: Poll,
  creators: string[],
  voters: string[],
): string[] | undefined {
  const jids = creators.flatMap((creator) => voters.map((voter) => [creator, voter] as const));
  for (const [pollCreatorJid, voterJid] of jids) {
    try {
      const { selectedOptions } = decryptPollVote(vote, {
        ...{ pollCreatorJid, voterJid, pollMsgId: poll.id, pollEncKey: poll.secret },
      });
      return namesOf(selectedOptions ?? [], poll);
    } catch {
      // The cipher is authenticated: a wrong pair of JIDs opens nothing.
    }
  }
  return undefined;
}

/** Who chose what, in the order of the options. */
export function countVotes(options: string[], votes: { voter: string; options: string[] }[]): PollUpdate[] {
  return options.map((name) => ({
    name,
    voters: votes.filter((vote) => vote.options.includes(name)).map(({ voter }) => voter),
  }));
}

function namesOf(hashes: Uint8Array[], { options }: Poll): string[] {
  const chosen = new Set(hashes.map((hash) => Buffer.from(hash).toString('hex')));
  return options.filter((name) => chosen.has(createHash('sha256').update(name).digest('hex')));
}
