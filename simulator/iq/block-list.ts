import { type Account, devicesOf } from '../accounts/account.ts';
import { accountOf } from '../network.ts';
import { Problem } from '../problem.ts';
import { accountJid, SERVER } from '../wire/jids.ts';
import { type BinaryNode, node, now, stanzaId } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';

function blockList(account: Account): BinaryNode {
  const items = [...account.blocked].map((blocked) => node('item', { jid: accountJid(blocked, 'lid') }));
  return node('list', {}, items);
}

function announce(account: Account, jid: string, action: string): void {
  for (const device of devicesOf(account)) {
    device.deliver(
      node('notification', { from: SERVER, type: 'account_sync', id: stanzaId(), t: now() }, [
        node('blocklist', {}, [node('item', { jid, action })]),
      ]),
    );
  }
}

/** Whom an account does not want to hear from. */
export const blockListIqs: IqTable = {
  'blocklist:get:': ({ account }) => ({ content: [blockList(account)] }),
  'blocklist:set:item': ({ network, account }, { attrs }) => {
    const other = accountOf(network, attrs.jid);
    if (!other) throw new Problem(404, 'item-not-found');
    const action = attrs.action === 'block' ? 'block' : 'unblock';
    if (action === 'block') account.blocked.add(other);
    else account.blocked.delete(other);
    return {
      content: [blockList(account)],
      afterwards: () => announce(account, accountJid(other, 'lid'), action),
    };
  },
};
