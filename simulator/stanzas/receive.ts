import type { Account } from '../accounts/account.ts';
import { type Companion, settle } from '../accounts/companion.ts';
import { answerPairingIq, answerSessionIq, type Pairing } from '../iq/answer.ts';
import { accountOf, type Network } from '../network.ts';
import { finishLink } from '../pairing/link.ts';
import { reupload } from '../phone/media-retry.ts';
import type { Connection } from '../wire/connection.ts';
import { type BinaryNode, child, node, now } from '../wire/nodes.ts';
import { receiveCall } from './calls.ts';
import { routeMessage } from './messages.ts';
import { forwardChatState, receivePresence } from './presence.ts';
import { receiptIds, routeReceipt } from './receipts.ts';

/** A client that has logged in. */
export type Session = { network: Network; connection: Connection; companion: Companion; account: Account };

/** What a session may send, by tag. A new kind of stanza is one more entry. */
const STANZAS: Record<string, (session: Session, stanza: BinaryNode) => void> = {
  iq: answerSessionIq,
  message: receiveMessage,
  receipt: receiveReceipt,
  ack: ({ companion }, { attrs }) => settle(companion, attrs.class ?? '', attrs.id),
  presence: receivePresence,
  chatstate: forwardChatState,
  call: receiveCall,
  ib: () => undefined, // remarks on the client's own state, which need no answer
};

/** Handles one stanza of a client. Stanzas of a connection that was replaced or logged out are ignored. */
export function receiveStanza(network: Network, connection: Connection, stanza: BinaryNode): void {
  network.counters.stanzas++;
  const { companion, registration } = connection;
  if (registration) receiveWhilePairing({ network, connection, registration }, stanza);
  if (companion?.connection !== connection) return;
  const handle = STANZAS[stanza.tag];
  if (handle) handle({ network, connection, companion, account: companion.account }, stanza);
  else network.counters.unknownIqs.add(stanza.tag);
}

function receiveWhilePairing(pairing: Pairing, stanza: BinaryNode): void {
  if (child(stanza, 'pair-device-sign')) finishLink(pairing.registration, stanza);
  else if (stanza.tag === 'iq') answerPairingIq(pairing, stanza);
}

/** Routes a message and acknowledges it; an `error` in the acknowledgement means it went nowhere. */
function receiveMessage({ network, connection, companion }: Session, stanza: BinaryNode): void {
  const { id, to } = stanza.attrs;
  const error = refusal(network, to) || routeMessage(network, companion, stanza);
  if (!network.faults.dropAcks)
    connection.send(node('ack', { class: 'message', id, from: to, t: now(), error }));
}

/** The error with which messages to somebody are refused at present; 0 is none. */
function refusal(network: Network, to = ''): number {
  const { ackError, ackErrors } = network.faults;
  return ackError || (ackErrors[accountOf(network, to)?.number ?? to] ?? 0);
}

/** A receipt settles the messages it names. A retry request does not: a refusal by ack follows it. */
function receiveReceipt({ network, connection, companion, account }: Session, receipt: BinaryNode): void {
  const { id, to, type, participant } = receipt.attrs;
  if (type !== 'retry') for (const settled of receiptIds(receipt)) settle(companion, 'message', settled);
  if (type === 'server-error') reupload(account.phone, companion, receipt);
  else routeReceipt(network, companion, receipt);
  connection.send(node('ack', { class: 'receipt', id, from: to, type, participant }));
}
