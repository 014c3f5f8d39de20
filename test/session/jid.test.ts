import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HttpError } from '../../server/errors.ts';
import { numberVariants, toJid } from '../../server/session/translate/jid.ts';

const JIDS: [string, string, string][] = [
  ['digits', '5511988887777', '5511988887777@s.whatsapp.net'],
  ['a human spelling', ' +55 (11) 98888-7777 ', '5511988887777@s.whatsapp.net'],
  ['a phone JID', '5511988887777@s.whatsapp.net', '5511988887777@s.whatsapp.net'],
  ['a JID with a device', '5511988887777:12@s.whatsapp.net', '5511988887777@s.whatsapp.net'],
  ['the old server name', '5511988887777@c.us', '5511988887777@s.whatsapp.net'],
  ['a LID', '123456789012345@lid', '123456789012345@lid'],
  ['a LID with a device', '123456789012345:3@lid', '123456789012345@lid'],
  ['a group JID', '120363000000000000@g.us', '120363000000000000@g.us'],
  ['a modern group id', '120363000000000000', '120363000000000000@g.us'],
  ['a legacy group id', '5511988887777-1612345678901', '5511988887777-1612345678901@g.us'],
  ['the status broadcast', 'status@broadcast', 'status@broadcast'],
  ['a channel', '120363000000000001@newsletter', '120363000000000001@newsletter'],
];

for (const [name, input, jid] of JIDS) {
  test(`${name}: ${input} is ${jid}`, () => assert.equal(toJid(input), jid));
}

for (const input of ['', '   ', 'abc', '123', '@s.whatsapp.net', '5511988887777@example.com', '__proto__']) {
  test(`nothing can be made of "${input}"`, () => {
    assert.throws(
      () => toJid(input),
      (error) => error instanceof HttpError && error.status === 400 && error.message.includes(`"${input}"`),
    );
  });
}

const VARIANTS: [string, string[]][] = [
  ['5511988887777', ['5511988887777', '551188887777']],
  ['551188887777', ['551188887777', '5511988887777']],
  ['5215512345678', ['5215512345678', '525512345678']],
  ['525512345678', ['525512345678', '5215512345678']],
  ['5491112345678', ['5491112345678', '541112345678']],
  ['541112345678', ['541112345678', '5491112345678']],
  ['15550001111', ['15550001111']],
];

for (const [digits, variants] of VARIANTS) {
  test(`${digits} may be known as ${variants.join(' or ')}`, () => {
    assert.deepEqual(numberVariants(digits), variants);
  });
}
