import { test } from 'node:test';
import {
  downloadMediaMessage,
  normalizeMessageContent,
  type proto,
  type WAMessage,
} from '@whiskeysockets/baileys';
import type { MessageRecord } from '../../clients/typescript/src/index.ts';
import type { OperationId } from '../../server/generated/index.ts';
import { eventually } from '../simulator/control-client.ts';
import { assertRefused, call } from './call.ts';
import { exampleBody } from './examples.ts';
import { operationOf, testRefusals } from './refusals.ts';
import { CLOSED, type Shop } from './shop.ts';

/** Tests what every send answers that cannot be done at all. */
export function testSend(operationId: OperationId, shop: () => Shop): void {
  testRefusals(operationId, () => shop().gateway);
  const example = exampleBody(operationOf(operationId)) as { number?: string };

  test('400: the instance is not connected', async () => {
    const response = await call(shop().gateway, 'POST', pathOf(operationId, CLOSED)).send(example);
    assertRefused(response, 400, ['Error: Connection Closed', `The "${CLOSED}" instance is not connected`]);
  });

  if (example.number === undefined) return;
  test('400: a number that is not on WhatsApp, in the row that clients read', async () => {
    const number = '15559999999';
    const response = await post(shop(), operationId, { ...example, number });
    assertRefused(response, 400, [{ jid: `${number}@s.whatsapp.net`, exists: false, number }]);
  });
}

/** A request to the open instance of the shop. */
export function post({ gateway }: Shop, operationId: OperationId, body: object) {
  return call(gateway, 'POST', pathOf(operationId, 'shop')).send(body);
}

/** Sends to Ana. Gives the answer, and the message as her client has it. */
export async function sendToAna(shop: Shop, operationId: OperationId, body: object) {
  const response = await post(shop, operationId, { number: shop.ana.number, ...body }).expect(201);
  const sent: MessageRecord = response.body;
  return { sent, seen: await seenByAna(shop, sent.key.id) };
}

/** A message as soon as Ana's client has it: what is in it, and whole. */
export async function seenByAna(
  { ana }: Shop,
  id: string,
): Promise<{ content: proto.IMessage; whole: WAMessage }> {
  const whole = await eventually(`${id} at Ana's`, async () => {
    const found = ana.client.upserts.filter(({ message }) => message.key.id === id);
    return found.map(({ message }) => message).find(({ message }) => message);
  });
  return { content: normalizeMessageContent(whole.message) ?? {}, whole };
}

/** The decrypted media of a message, from WhatsApp's media host. */
export function mediaOf({ whole }: { whole: WAMessage }): Promise<Buffer> {
  return downloadMediaMessage(whole, 'buffer', {});
}

function pathOf(operationId: OperationId, instance: string): string {
  return operationOf(operationId).path.replace('{instance}', instance);
}
