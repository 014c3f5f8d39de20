import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertRefused } from '../../support/call.ts';
import { post, sendToAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

let world: Shop;
before(async () => {
  world = await openShop();
});
after(() => world.stop());

testSend('sendList', () => world);

const ROWS = [
  { title: 'Small', description: '', rowId: 's' },
  { title: 'Large', description: 'For two', rowId: 'l' },
];
const LIST = { title: 'Pizza', description: 'Which one?', buttonText: 'Choose', footerText: '' };

test('201: the list, with sections by either name', async () => {
  for (const name of ['sections', 'values']) {
    const body = { ...LIST, [name]: [{ title: 'Sizes', rows: ROWS }] };
    const { sent, seen } = await sendToAna(world, 'sendList', body);
    const { listMessage } = seen.content;
    assert.partialDeepStrictEqual(listMessage, { ...LIST, listType: 1 });
    assert.deepEqual(
      listMessage?.sections?.[0]?.rows?.map(({ title, rowId }) => [title, rowId]),
      [
        ['Small', 's'],
        ['Large', 'l'],
      ],
    );
    assert.equal(sent.messageType, 'listMessage');
  }
});

test('201: as version 1 writes it', async () => {
  const { seen } = await sendToAna(world, 'sendList', {
    listMessage: { ...LIST, sections: [{ title: 'Sizes', rows: ROWS }] },
  });
  assert.equal(seen.content.listMessage?.title, 'Pizza');
});

test('400: no section, no row', async () => {
  const list = { number: world.ana.number, ...LIST };
  for (const [sections, message] of [
    [[], 'At least one section is required'],
    [[{ title: 'x', rows: [] }], 'At least one row is required in each section'],
  ] as const) {
    assertRefused(await post(world, 'sendList', { ...list, sections }), 400, [message]);
  }
});
