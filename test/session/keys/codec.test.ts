import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proto, type SignalDataTypeMap } from '@whiskeysockets/baileys';
import { decodeKey, encodeKey } from '../../../server/session/keys/codec.ts';

const bytes = (...values: number[]) => Buffer.from(values);

const VALUES: { [Type in keyof SignalDataTypeMap]: SignalDataTypeMap[Type] } = {
  'pre-key': { public: bytes(1, 2), private: bytes(3, 0) },
  // What libsignal serialises is an object, whatever the type says.
  session: { _sessions: { 'AQI=': { registrationId: 7, _chains: {} } }, version: 'v1' } as never,
  'sender-key': Buffer.from('[{"senderKeyId":1}]'),
  'sender-key-memory': { '1:2@lid': true },
  'app-state-sync-version': {
    version: 3,
    hash: bytes(9),
    indexValueMap: { 'a+b=': { valueMac: bytes(0, 255) } },
  },
  'app-state-sync-key': proto.Message.AppStateSyncKeyData.fromObject({
    keyData: bytes(4, 5),
    fingerprint: { rawId: 1, currentIndex: 2, deviceIndexes: [0, 1] },
    timestamp: 1_741_064_767,
  }),
  'lid-mapping': '123456',
  'device-list': ['0', '12'],
  tctoken: { token: bytes(1), timestamp: '1741064767' },
  'identity-key': bytes(5, 0, 255),
};

for (const [name, value] of Object.entries(VALUES)) {
  const type = name as keyof SignalDataTypeMap;
  test(`${type} comes back as it was`, () => {
    const decoded = decodeKey(type, Buffer.from(encodeKey(type, value)));
    assert.deepEqual(JSON.stringify(decoded), JSON.stringify(value));
    assert.equal(decoded.constructor, value.constructor);
  });

  test(`${type} as the first versions wrote it is read as well`, () => {
    const written = JSON.stringify(value, (_, part) => {
      return part?.type === 'Buffer' && Array.isArray(part.data)
        ? { type: 'Buffer', data: Buffer.from(part.data).toString('base64') }
        : part;
    });
    assert.deepEqual(JSON.stringify(decodeKey(type, Buffer.from(written))), JSON.stringify(value));
  });
}

test('what Baileys is given is its own to change', () => {
  const encoded = encodeKey('sender-key', bytes(1, 2, 3));
  decodeKey('sender-key', encoded).fill(0);
  assert.deepEqual(decodeKey('sender-key', encoded), bytes(1, 2, 3));
});

test('a session that was just encoded is not decoded again', () => {
  const value = VALUES.session;
  assert.equal(decodeKey('session', encodeKey('session', value)), value);
});
