import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVault } from '../../server/secrets/vault.ts';

const vault = createVault(Buffer.alloc(32, 1));
const other = createVault(Buffer.alloc(32, 2));
const value = Buffer.from('a session');

test('what is sealed opens at its place, and looks different each time', () => {
  const sealed = vault.seal(value, 'here');
  assert.deepEqual(vault.open(sealed, 'here'), value);
  assert.ok(!sealed.includes(value));
  assert.notDeepEqual(vault.seal(value, 'here'), sealed);
  assert.deepEqual(vault.open(vault.seal(Buffer.alloc(0), 'here'), 'here'), Buffer.alloc(0));
  assert.equal(vault.openText(vault.sealText('ação', 'here'), 'here'), 'ação');
});

test('it opens at no other place, and with no other key', () => {
  const sealed = vault.seal(value, 'here');
  assert.throws(() => vault.open(sealed, 'there'));
  assert.throws(() => other.open(sealed, 'here'), /Not sealed with key/);
  assert.notEqual(vault.keyId, other.keyId);
  assert.match(vault.keyId, /^[0-9a-f]{8}$/);
});

test('it does not open when any byte of it was changed, or some are missing', () => {
  const sealed = vault.seal(value, 'here');
  for (const index of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(sealed.readUInt8(index) ^ 1, index);
    assert.throws(() => vault.open(changed, 'here'), `byte ${index}`);
    assert.throws(() => vault.open(sealed.subarray(0, index), 'here'), `${index} bytes`);
  }
});

test('no IV comes twice, in one vault or in two of the same key', () => {
  const again = createVault(Buffer.alloc(32, 1));
  const ivs = [vault, again].flatMap((one) =>
    Array.from({ length: 1_000 }, () => one.seal(value, 'here').toString('hex', 5, 17)),
  );
  assert.equal(new Set(ivs).size, ivs.length);
});
