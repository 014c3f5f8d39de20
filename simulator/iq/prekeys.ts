import { bundleNodes, readPreKey, readSignedPreKey, signedPreKeyNode } from '../accounts/prekey-bundle.ts';
import { deviceOf, type Network } from '../network.ts';
import { signedFor } from '../wire/forge.ts';
import { type BinaryNode, child, childBytes, children, node, now } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';

/** The answer names each device as the request did: the client stores the session under that very name. */
async function bundleFor(network: Network, jid: string | undefined): Promise<BinaryNode> {
  const device = deviceOf(network, jid);
  if (!device) return node('user', { jid }, [node('error', { code: 404, text: 'item-not-found' })]);
  const bundle = await device.takeBundle();
  const signature = signedFor(network.faults.forgePreKeys, bundle.signedPreKey.signature);
  const signedPreKey = { ...bundle.signedPreKey, signature };
  return node('user', { jid, t: now() }, bundleNodes({ ...bundle, signedPreKey }));
}

/** Signal keys: each client uploads its own, and fetches those of the devices it writes to. */
export const preKeyIqs: IqTable = {
  'encrypt:get:count': ({ companion }) => ({ content: [node('count', { value: companion.preKeys.length })] }),

  'encrypt:set:registration': ({ companion }, _registration, iq) => {
    companion.registrationId = childBytes(iq, 'registration');
    companion.identity = childBytes(iq, 'identity');
    companion.signedPreKey = readSignedPreKey(iq);
    companion.preKeys.push(...children(child(iq, 'list'), 'key').map(readPreKey));
    return {};
  },

  'encrypt:set:rotate': ({ companion }, rotate) => {
    companion.signedPreKey = readSignedPreKey(rotate);
    return {};
  },

  'encrypt:get:digest': ({ companion }) => {
    const ids = companion.preKeys.map(({ id }) => node('id', {}, id));
    const digest = [
      node('registration', {}, companion.registrationId),
      node('identity', {}, companion.identity),
      signedPreKeyNode(companion.signedPreKey),
      node('list', {}, ids),
    ];
    return { content: [node('digest', {}, digest)] };
  },

  'encrypt:get:key': async ({ network }, key) => {
    const users = children(key, 'user').map((user) => bundleFor(network, user.attrs.jid));
    return { content: [node('list', {}, await Promise.all(users))] };
  },
};
