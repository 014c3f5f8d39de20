import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createSamples } from '../../media/samples.ts';
import { assertRefused } from '../../support/call.ts';
import { startFileServer } from '../../support/file-server.ts';
import { post, sendToAna, testSend } from '../../support/sends.ts';
import { openShop, type Shop } from '../../support/shop.ts';

const samples = createSamples();
let world: Shop;
before(async () => {
  world = await openShop();
});
after(async () => {
  await world.stop();
  samples.remove();
});

testSend('sendButtons', () => world);

const TEXTS = { title: 'Pizza', description: 'Which one?', footer: 'Open until ten' };
const reply = (id: string) => ({ type: 'reply', displayText: `Number ${id}`, id });
const URL = { type: 'url', displayText: 'Menu', url: 'https://h.test' };
const PIX = { type: 'pix', currency: 'BRL', name: 'Shop', keyType: 'random', key: 'k-1' };

/** Sends the buttons; gives each as the other side sees it. */
async function buttonsSeen(body: object) {
  const { sent, seen } = await sendToAna(world, 'sendButtons', body);
  const { interactiveMessage } = seen.content;
  const buttons = interactiveMessage?.nativeFlowMessage?.buttons ?? [];
  const flat = buttons.map(({ name, buttonParamsJson }) => [name, JSON.parse(buttonParamsJson ?? '{}')]);
  return { sent, interactiveMessage, buttons: flat };
}

test('201: three replies, with texts around them', async () => {
  const { sent, interactiveMessage, buttons } = await buttonsSeen({
    ...TEXTS,
    buttons: ['1', '2', '3'].map(reply),
  });
  assert.deepEqual(buttons[0], ['quick_reply', { display_text: 'Number 1', id: '1' }]);
  assert.equal(buttons.length, 3);
  assert.equal(interactiveMessage?.body?.text, '*Pizza*\n\nWhich one?');
  assert.equal(interactiveMessage?.footer?.text, 'Open until ten');
  assert.equal(sent.messageType, 'viewOnceMessage');
});

test('201: what copies, opens and calls, below a picture', async () => {
  const files = await startFileServer();
  const copy = { type: 'copy', displayText: 'Code', copyCode: 'C-1' };
  const called = { type: 'call', displayText: 'Call', phoneNumber: '+5511988887777' };
  const thumbnailUrl = files.url(await samples.image('png', 40, 20));
  const body = { title: 'Pizza', thumbnailUrl, buttons: [copy, URL, called] };
  const { interactiveMessage, buttons } = await buttonsSeen(body);
  assert.deepEqual(buttons, [
    ['cta_copy', { display_text: 'Code', copy_code: 'C-1' }],
    ['cta_url', { display_text: 'Menu', url: 'https://h.test', merchant_url: 'https://h.test' }],
    ['cta_call', { display_text: 'Call', phone_number: '+5511988887777' }],
  ]);
  assert.equal(interactiveMessage?.header?.imageMessage?.width, 40);
  await files.stop();
});

test('201: a payment by PIX, which needs no texts', async () => {
  const { buttons } = await buttonsSeen({ buttons: [PIX] });
  const [name, params] = buttons[0] ?? [];
  assert.equal(name, 'payment_info');
  const [setting] = params.payment_settings;
  const code = { merchant_name: 'Shop', key: 'k-1', key_type: 'EVP' };
  assert.deepEqual(setting, { type: 'pix_static_code', pix_static_code: code });
});

test('201: the type by its other name, and as version 1 writes it', async () => {
  const titled = { title: 'reply', displayText: 'Yes', id: 'y' };
  assert.deepEqual((await buttonsSeen({ buttons: [titled] })).buttons[0]?.[0], 'quick_reply');
  const buttonMessage = { ...TEXTS, footerText: 'f', buttons: [{ buttonText: 'Yes', buttonId: 'y' }] };
  const { buttons } = await buttonsSeen({ buttonMessage });
  assert.deepEqual(buttons, [['quick_reply', { display_text: 'Yes', id: 'y' }]]);
});

const REFUSED: [object[], string][] = [
  [['1', '2', '3', '4'].map(reply), 'Maximum of 3 reply buttons allowed'],
  [[reply('1'), URL], 'Reply buttons cannot be mixed with other button types'],
  [[PIX, PIX], 'Only one PIX button is allowed'],
  [[PIX, URL], 'PIX button cannot be mixed with other button types'],
  [[{ type: 'url', displayText: 'Menu' }], 'A url button requires property "url"'],
];
for (const [buttons, message] of REFUSED) {
  test(`400: ${message}`, async () => {
    const response = await post(world, 'sendButtons', { number: world.ana.number, ...TEXTS, buttons });
    assertRefused(response, 400, [message]);
  });
}

test('400: no button', async () => {
  const response = await post(world, 'sendButtons', { number: world.ana.number, buttons: [] });
  assertRefused(response, 400, ['At least one button is required']);
});
