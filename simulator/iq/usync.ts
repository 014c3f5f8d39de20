import type { Account } from '../accounts/account.ts';
import type { Companion } from '../accounts/companion.ts';
import { isShown } from '../accounts/visibility.ts';
import { accountOf, type Network } from '../network.ts';
import { accountJid, addressingOf } from '../wire/jids.ts';
import { type BinaryNode, bytes, child, children, node, now } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';

/** One user of a query: how the client named it, and whom that turned out to be. */
type Asked = { jid: string; phone: string | undefined; account: Account | undefined; by: Companion };

/** What is told about a user, by the protocol that asks. An empty list means: nothing to tell. */
const PROTOCOLS: Record<string, (asked: Asked) => BinaryNode[]> = {
  contact: ({ account, phone }) => [
    node('contact', { type: account ? 'in' : 'out' }, phone === undefined ? undefined : Buffer.from(phone)),
  ],
  devices: ({ account, by }) => {
    account?.deviceWatchers.add(by);
    const keyIndexes = node('key-index-list', { ts: now() });
    return [node('devices', {}, [node('device-list', {}, account ? deviceNodes(account) : []), keyIndexes])];
  },
  // Told to those who ask by number only: a client that asked by LID takes it for a wrong mapping.
  lid: ({ account, jid }) =>
    account && addressingOf(jid) === 'pn' ? [node('lid', { val: accountJid(account, 'lid') })] : [],
  status: ({ account, by }) => (account ? [statusNode(account, by.account)] : []),
  disappearing_mode: ({ account }) =>
    account ? [node('disappearing_mode', { duration: 0, t: account.joined })] : [],
};

function statusNode(account: Account, viewer: Account): BinaryNode {
  if (!isShown(account, 'status', viewer)) return node('status', { code: 401 });
  const { text, since } = account.profile.status;
  return node('status', { t: since }, Buffer.from(text));
}

function deviceNodes(account: Account): BinaryNode[] {
  const companions = [...account.companions.keys()];
  return [node('device', { id: 0 }), ...companions.map((id) => node('device', { id, 'key-index': id }))];
}

/** Users are asked for by JID or, as contacts, by phone number. */
function askedFor(network: Network, by: Companion, user: BinaryNode): Asked {
  const contact = child(user, 'contact');
  const phone = contact && bytes(contact).toString();
  const jid = user.attrs.jid ?? `${phone?.replace(/\D/g, '')}@s.whatsapp.net`;
  return { jid, phone, account: accountOf(network, jid), by };
}

/** Looks up people: whether they have an account, their devices, LID and profile. */
export const usyncIqs: IqTable = {
  'usync:get:usync': ({ network, companion }, usync) => {
    const protocols = children(child(usync, 'query')).map(({ tag }) => tag);
    for (const protocol of protocols)
      if (!PROTOCOLS[protocol]) network.counters.unknownIqs.add(`usync ${protocol}`);
    const users = children(child(usync, 'list'), 'user').map((user) => {
      const asked = askedFor(network, companion, user);
      const answers = protocols.flatMap((protocol) => PROTOCOLS[protocol]?.(asked) ?? []);
      return node('user', { jid: asked.jid }, answers);
    });
    const result = node(
      'result',
      {},
      protocols.map((protocol) => node(protocol)),
    );
    return { content: [node('usync', usync.attrs, [result, node('list', {}, users)])] };
  },
};
