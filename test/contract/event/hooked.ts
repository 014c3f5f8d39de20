import type { Delivery, ZapgateClient } from '../../../clients/typescript/src/index.ts';
import { startTestGateway, type TestGateway } from '../../support/gateway.ts';
import { newInstance } from '../../support/linked-instance.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

/** What fails waits until it is told to go on. */
const ENV = { WEBHOOK_RETRY_INITIAL_DELAY_SECONDS: '3600', WEBHOOK_RETRY_MAX_DELAY_SECONDS: '3600' };

/** A gateway with a receiver of webhooks that answers what it is told to. */
export interface Hooked {
  gateway: TestGateway;
  receiver: WebhookReceiver;
  /** What the receiver answers from now on. */
  answer(status: number): void;
  stop(): Promise<void>;
}

/** An instance whose webhook leads to the receiver, and who calls for it. */
export interface Shop {
  name: string;
  webhookId: string;
  /** With the instance's own key. */
  client: ZapgateClient;
  token: string;
}

/** The id of the webhook of all instances, which leads to the receiver and wants calls. */
export const GLOBAL = 'global';

export async function openHooked(): Promise<Hooked> {
  let status = 200;
  const receiver = await startWebhookReceiver(() => status);
  const global = { WEBHOOK_GLOBAL_ENABLED: 'true', WEBHOOK_EVENTS_CALL: 'true' };
  const gateway = await startTestGateway({ ...ENV, ...global, WEBHOOK_GLOBAL_URL: receiver.url });
  return {
    ...{ gateway, receiver },
    answer(given) {
      status = given;
    },
    async stop() {
      await gateway.stop();
      await receiver.stop();
    },
  };
}

export async function openShop({ gateway, receiver }: Hooked, name: string): Promise<Shop> {
  const token = await newInstance(gateway, name);
  const client = gateway.clientWith(token);
  const webhook = { url: receiver.url, events: ['CALL' as const] };
  const { id } = await client.webhook.setWebhook({ instance: name, body: { webhook } });
  return { name, webhookId: id, client, token };
}

/** Sends a test event, is answered by `status`, and gives what has become of the delivery. */
export async function sent(hooked: Hooked, { name, client }: Shop, status: number): Promise<Delivery> {
  hooked.answer(status);
  const { id } = await client.event.sendTestEvent({ instance: name });
  return tried(client, name, id, 1);
}

/** The delivery, when it was tried so often and the outcome is known. */
export async function tried(
  client: ZapgateClient,
  instance: string,
  deliveryId: string,
  times: number,
): Promise<Delivery> {
  for (;;) {
    const { delivery } = await client.event.findDelivery({ instance, deliveryId });
    if (delivery.attempts >= times) return delivery;
  }
}
