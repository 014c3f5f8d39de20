import type { Network } from '../network.ts';
import type { Registration } from '../pairing/registration.ts';
import { Problem, report } from '../problem.ts';
import type { Session } from '../stanzas/receive.ts';
import type { Connection } from '../wire/connection.ts';
import { SERVER } from '../wire/jids.ts';
import { type BinaryNode, children, node } from '../wire/nodes.ts';
import { appStateIqs } from './app-state.ts';
import { blockListIqs } from './block-list.ts';
import { deviceIqs } from './devices.ts';
import { groupInviteIqs } from './group-invites.ts';
import { groupSettingIqs } from './group-settings.ts';
import { groupIqs } from './groups.ts';
import { pairingIqs } from './pairing.ts';
import { preKeyIqs } from './prekeys.ts';
import { privacyIqs } from './privacy.ts';
import { profileIqs } from './profile.ts';
import { serverIqs } from './server.ts';
import { usyncIqs } from './usync.ts';

/** Content of the result iq, and what should happen once it is sent. Nothing means an empty result. */
export type Reply = { content?: BinaryNode[]; afterwards?: () => void };

/** Answers one kind of iq, `query` being its first child. A thrown Problem becomes an iq error. */
export type Handler<Context> = (
  context: Context,
  query: BinaryNode,
  iq: BinaryNode,
) => Reply | Promise<Reply>;

/** Handlers by `xmlns:type:tag of the first child`. */
export type IqTable<Context = Session> = Record<string, Handler<Context>>;

/** A client that is not linked yet. */
export type Pairing = { network: Network; connection: Connection; registration: Registration };

/** Everything a logged-in client can ask. A new subject is one more file with its table. */
const SESSION_IQS: IqTable = {
  ...serverIqs,
  ...deviceIqs,
  ...preKeyIqs,
  ...usyncIqs,
  ...appStateIqs,
  ...privacyIqs,
  ...blockListIqs,
  ...profileIqs,
  ...groupIqs,
  ...groupSettingIqs,
  ...groupInviteIqs,
};

const NOTHING: BinaryNode = { tag: '', attrs: {} };

export function answerSessionIq(session: Session, iq: BinaryNode): void {
  if (session.network.faults.ignoreQueries && children(iq)[0]?.tag !== 'ping') return;
  void answer(SESSION_IQS, session, iq);
}

export function answerPairingIq(pairing: Pairing, iq: BinaryNode): void {
  void answer(pairingIqs, pairing, iq);
}

/** Every request is answered, if only with an error: an unanswered one blocks the client for a minute. */
async function answer<Context extends { network: Network; connection: Connection }>(
  table: IqTable<Context>,
  context: Context,
  iq: BinaryNode,
): Promise<void> {
  const { id, type = '', xmlns = '', to = SERVER } = iq.attrs;
  if (type === 'result' || type === 'error') return;
  const query = children(iq)[0] ?? NOTHING;
  const key = `${xmlns}:${type}:${query.tag}`;
  const { connection, network } = context;
  const { iqs } = network.counters;
  iqs.set(key, (iqs.get(key) ?? 0) + 1);
  try {
    const handler = table[key];
    if (!handler) network.counters.unknownIqs.add(key);
    const reply = handler ? await handler(context, query, iq) : unknown();
    connection.send(node('iq', { from: to, type: 'result', id }, reply.content));
    reply.afterwards?.();
  } catch (error) {
    if (!(error instanceof Problem)) report(`iq ${key}`, error);
    const { status, message } = error instanceof Problem ? error : new Problem(500, 'internal-server-error');
    const cause = node('error', { code: status, text: message });
    connection.send(node('iq', { from: to, type: 'error', id }, [cause]));
  }
}

function unknown(): never {
  throw new Problem(501, 'feature-not-implemented');
}
