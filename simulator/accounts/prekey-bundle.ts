import { type BinaryNode, child, childBytes, node } from '../wire/nodes.ts';

/** One public prekey, as it travels: id 3 bytes, value 32 bytes, signature 64 bytes on signed ones. */
export type PreKey = { id: Buffer; value: Buffer };
export type SignedPreKey = PreKey & { signature: Buffer };

/** What somebody needs to start a Signal session with a device. */
export type PreKeyBundle = {
  /** 4 bytes. */
  registrationId: Buffer;
  identity: Buffer;
  signedPreKey: SignedPreKey;
  /** Handed out once; absent when the device has run out. */
  preKey: PreKey | undefined;
};

const KEY_TYPE = Buffer.from([5]); // Curve25519

export function readPreKey(source: BinaryNode | undefined): PreKey {
  return { id: childBytes(source, 'id'), value: childBytes(source, 'value') };
}

export function readSignedPreKey(parent: BinaryNode | undefined): SignedPreKey {
  const source = child(parent, 'skey');
  return { ...readPreKey(source), signature: childBytes(source, 'signature') };
}

export function signedPreKeyNode({ id, value, signature }: SignedPreKey): BinaryNode {
  return node('skey', {}, [node('id', {}, id), node('value', {}, value), node('signature', {}, signature)]);
}

/** The children that make up a bundle in a prekey answer. */
export function bundleNodes({ registrationId, identity, signedPreKey, preKey }: PreKeyBundle): BinaryNode[] {
  const oneTime = preKey
    ? [node('key', {}, [node('id', {}, preKey.id), node('value', {}, preKey.value)])]
    : [];
  return [
    node('registration', {}, registrationId),
    node('type', {}, KEY_TYPE),
    node('identity', {}, identity),
    signedPreKeyNode(signedPreKey),
    ...oneTime,
  ];
}
