import { createHash, createHmac, randomBytes } from 'node:crypto';
import { aesEncryptGCM, proto } from '@whiskeysockets/baileys';
import { Problem } from '../../problem.ts';
import { accountJid } from '../../wire/jids.ts';
import type { Chat } from '../chat.ts';
import { unwrap } from '../content.ts';
import type { Phone } from '../phone.ts';
import { referenceTo } from '../references.ts';
import type { Draft } from '../sent.ts';

/** `selectableCount` 0 is any number of options. */
export type NewPoll = { name: string; values: string[]; selectableCount?: number };
/** An empty list of options takes the vote back. */
export type NewVote = { id: string; options: string[] };

/** Polls with one answer are of the third version, others of the first, as clients make them. */
export function composePoll({ name, values, selectableCount = 1 }: NewPoll): Draft {
  if (selectableCount > values.length) throw new Problem(400, 'poll.selectableCount exceeds the options');
  const options = values.map((optionName) => ({ optionName }));
  const poll = { name, options, selectableOptionsCount: selectableCount };
  const messageContextInfo = { messageSecret: randomBytes(32) };
  const kind = selectableCount === 1 ? 'pollCreationMessageV3' : 'pollCreationMessage';
  return { content: { messageContextInfo, [kind]: poll } };
}

const hmac = (key: Uint8Array, data: Buffer) => createHmac('sha256', key).update(data).digest();

type Ballot = { pollId: string; creator: string; voter: string; secret: Uint8Array };

/** The encryption of votes: its key comes from the poll's secret, the poll, its creator and the voter. */
function encryptVote({ pollId, creator, voter, secret }: Ballot, options: string[]) {
  const purpose = Buffer.from(`${pollId}${creator}${voter}Poll Vote\x01`);
  const key = hmac(hmac(Buffer.alloc(32), Buffer.from(secret)), purpose);
  const selectedOptions = options.map((option) => createHash('sha256').update(option).digest());
  const vote = proto.Message.PollVoteMessage.encode({ selectedOptions }).finish();
  const encIv = randomBytes(12);
  return { encPayload: aesEncryptGCM(vote, key, encIv, Buffer.from(`${pollId}\u0000${voter}`)), encIv };
}

/** Votes in a poll the phone sent or received. @throws Problem 400 when there is no such poll or option */
export function composeVote(phone: Phone, { id, options }: NewVote, chat: Chat): Draft {
  const { key, author, raw } = referenceTo(phone, 'vote.id', id);
  const { pollCreationMessage, pollCreationMessageV2, pollCreationMessageV3 } = unwrap(raw);
  const poll = pollCreationMessage ?? pollCreationMessageV2 ?? pollCreationMessageV3;
  const secret = raw.messageContextInfo?.messageSecret;
  if (!poll || !secret) throw new Problem(400, `vote.id: ${id} is not a poll`);
  const names = poll.options?.map(({ optionName }) => optionName) ?? [];
  const unknown = options.find((option) => !names.includes(option));
  if (unknown !== undefined) throw new Problem(400, `vote.options: the poll has no option ${unknown}`);
  const voter = accountJid(phone.account, chat.addressing);
  const vote = encryptVote({ pollId: id, creator: author, voter, secret }, options);
  const pollUpdateMessage = { pollCreationMessageKey: key, vote, senderTimestampMs: Date.now() };
  return { content: { pollUpdateMessage } };
}
