import type { RecordedEvent } from '../../server/events/types.ts';
import type { TestGateway } from './gateway.ts';

export interface LinkedInstance {
  name: string;
  /** The instance's own key. */
  token: string;
  /** The number of the phone that has linked it. */
  number: string;
}

/** What a phone is shown to link an instance by. */
export type Shown = { qr: string | undefined } | { pairingCode: string | null | undefined };

let made = 0;

/** Creates an instance that does not connect. Gives its own key. */
export async function newInstance(gateway: TestGateway, name: string): Promise<string> {
  const created = await gateway.client.instance.createInstance({
    body: { instanceName: name, integration: 'WHATSAPP-BAILEYS' },
  });
  return String(created.hash);
}

/** Creates an instance, lets a new virtual phone scan its QR code, and waits until it is open. */
export async function linkedInstance(gateway: TestGateway, name = 'shop'): Promise<LinkedInstance> {
  const number = newNumber();
  const created = await gateway.client.instance.createInstance({
    body: { instanceName: name, integration: 'WHATSAPP-BAILEYS', qrcode: true },
  });
  await linkByPhone(gateway, name, number, { qr: created.qrcode?.code });
  return { name, token: String(created.hash), number };
}

/** Lets a phone scan a QR code, or type a pairing code, and waits until the instance is open. */
export async function linkByPhone(
  gateway: TestGateway,
  name: string,
  number: string,
  shown: Shown,
): Promise<void> {
  await gateway.whatsapp.phone(number, `Owner of ${name}`);
  const opened = gateway.nextEvent(isState(name, 'open'));
  const { status } = await gateway.whatsapp.request('POST', `/phones/${number}/link`, shown);
  if (status !== 200) throw new Error(`the phone did not link: ${status}`);
  await opened;
}

/** Whether an event tells that an instance is in a state now. */
export const isState =
  (name: string, state: string) =>
  ({ type, instance_name, data }: RecordedEvent): boolean =>
    type === 'connection.update' && instance_name === name && (data as { state: string }).state === state;

/** A number that no other phone of this process has. */
export function newNumber(): string {
  made += 1;
  return `1555000${String(made).padStart(4, '0')}`;
}
