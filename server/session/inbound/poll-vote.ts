import { toNumber, type WAMessage } from '@whiskeysockets/baileys';
import type { MessageUpdateData } from '../../generated/index.ts';
import { addStep } from '../../store/message-status.ts';
import { findMessageByKey } from '../../store/messages.ts';
import { findPollVotes, setPollVote } from '../../store/poll-votes.ts';
import type { MessageRecord, NewMessage } from '../../store/schema.ts';
import { withoutDevice } from '../translate/jid.ts';
import { countVotes, pollOf, readVote } from '../translate/poll.ts';
import { toUpdateData } from '../translate/update.ts';
import { ownJids, type Scene } from './scene.ts';

/**
 * Counts a vote in a poll that is stored here. Gives the `data` of the poll's `messages.update`, with all
 * votes as they stand; undefined if the message is no vote, or one that cannot be read.
 */
export async function recordVote(
  scene: Scene,
  { message }: WAMessage,
  row: NewMessage,
): Promise<MessageUpdateData | undefined> {
  const { pollCreationMessageKey, vote, senderTimestampMs } = message?.pollUpdateMessage ?? {};
  const id = pollCreationMessageKey?.id;
  if (!id || !vote) return undefined;
  const opening = await findMessageByKey(scene.tx, scene.instanceId, { id, remoteJid: row.remote_jid });
  const poll = opening && pollOf(id, opening.message);
  if (!poll) return undefined;
  const options = readVote(vote, poll, authorsOf(scene, opening), authorsOf(scene, row));
  const [voter] = authorsOf(scene, row);
  if (!options || !voter) return undefined;
  const voted_at = toNumber(senderTimestampMs) || row.message_timestamp * 1_000;
  const isNewest = await setPollVote(scene.tx, scene.instanceId, opening.id, { voter, options, voted_at });
  if (!isNewest) return undefined;
  await addStep(scene.tx, opening, { status: opening.status, participant: voter });
  const { [opening.id]: votes = [] } = await findPollVotes(scene.tx, [opening.id]);
  return toUpdateData(opening, { participant: voter, pollUpdates: countVotes(poll.options, votes) });
}

/** The JIDs of who wrote the message, the one to show first. */
function authorsOf({ me }: Scene, row: NewMessage | MessageRecord): string[] {
  if (row.from_me === 1) return ownJids(me);
  const jids = row.participant
    ? [row.participant, row.participant_alt]
    : [row.remote_jid, row.remote_jid_alt];
  return jids.filter((jid) => jid !== null).map(withoutDevice);
}
