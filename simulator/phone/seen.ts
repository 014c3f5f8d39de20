import { accountOf } from '../network.ts';
import { accountJid, isGroupJid } from '../wire/jids.ts';
import { type BinaryNode, children, now } from '../wire/nodes.ts';
import type { Phone } from './phone.ts';

/** Somebody who came online, went, typed, recorded or stopped, as the phone's user saw it. */
export type SeenPresence = {
  /** Phone-number JID. */
  from: string;
  /** The group, or the person. */
  chat: string;
  presence: 'available' | 'unavailable' | 'composing' | 'recording' | 'paused';
  timestamp: number;
};

const KEPT = 200;

function personAt(phone: Phone, jid: string | undefined): string {
  const account = accountOf(phone.network, jid);
  return account ? accountJid(account) : (jid ?? '');
}

function presenceIn(stanza: BinaryNode): SeenPresence['presence'] {
  if (stanza.tag === 'presence') return stanza.attrs.type === 'unavailable' ? 'unavailable' : 'available';
  const [state] = children(stanza);
  if (state?.tag !== 'composing') return 'paused';
  return state.attrs.media === 'audio' ? 'recording' : 'composing';
}

/** Notes a presence or chat state; the oldest are forgotten. */
export function notePresence(phone: Phone, stanza: BinaryNode): void {
  const { from, participant } = stanza.attrs;
  const person = personAt(phone, participant ?? from);
  const chat = isGroupJid(from) ? (from ?? '') : person;
  phone.presences.push({ from: person, chat, presence: presenceIn(stanza), timestamp: now() });
  if (phone.presences.length > KEPT) phone.presences.shift();
}
