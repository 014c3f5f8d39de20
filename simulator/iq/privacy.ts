import { randomBytes } from 'node:crypto';
import { accountOf } from '../network.ts';
import type { Session } from '../stanzas/receive.ts';
import { accountJid, deviceJid } from '../wire/jids.ts';
import { type BinaryNode, children, node, now, stanzaId } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';

/** Gives somebody a token that lets them write to, and look at, the account that trusts them. */
function issueToken({ network, account }: Session, { attrs }: BinaryNode): void {
  const trusted = accountOf(network, attrs.jid);
  if (!trusted || trusted === account) return;
  for (const companion of trusted.companions.values()) {
    const token = node('token', { jid: deviceJid(companion), t: attrs.t, type: attrs.type }, randomBytes(12));
    const names = { from: accountJid(account), sender_lid: accountJid(account, 'lid') };
    companion.deliver(
      node('notification', { ...names, type: 'privacy_token', id: stanzaId(), t: now() }, [
        node('tokens', {}, [token]),
      ]),
    );
  }
}

/** Who may see what, by category; and the tokens that go with every 1:1 message. */
export const privacyIqs: IqTable = {
  'privacy:get:privacy': ({ account }) => {
    const categories = [...account.privacy].map(([name, value]) => node('category', { name, value }));
    return { content: [node('privacy', {}, categories)] };
  },
  'privacy:set:privacy': ({ account }, privacy) => {
    const categories = children(privacy, 'category');
    for (const { attrs } of categories)
      if (attrs.name && attrs.value) account.privacy.set(attrs.name, attrs.value);
    return { content: [node('privacy', {}, categories)] };
  },
  'privacy:set:tokens': (session, tokens) => {
    for (const token of children(tokens, 'token')) issueToken(session, token);
    return {};
  },
};
