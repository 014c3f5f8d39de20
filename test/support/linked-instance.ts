import type { RecordedEvent } from '../../server/events/types.ts';
import type { TestGateway } from './gateway.ts';

export interface LinkedInstance {
  name: string;
  /** The instance's own key. */
  token: string;
  /** The number of the phone that has linked it. */
  number: string;
}

let made = 0;

/** Creates an instance, lets a new virtual phone scan its QR code, and waits until it is open. */
export async function linkedInstance(gateway: TestGateway, name = 'shop'): Promise<LinkedInstance> {
  const number = newNumber();
  await gateway.whatsapp.phone(number, `Owner of ${name}`);
  const created = await gateway.client.instance.createInstance({
    body: { instanceName: name, integration: 'WHATSAPP-BAILEYS', qrcode: true },
  });
  const { status } = await gateway.whatsapp.request('POST', `/phones/${number}/link`, {
    qr: created.qrcode?.code,
  });
  if (status !== 200) throw new Error(`the phone did not link: ${status}`);
  await gateway.event(({ type, instance_name, data }) => {
    return (
      type === 'connection.update' && instance_name === name && (data as { state: string }).state === 'open'
    );
  });
  return { name, token: String(created.hash), number };
}

/** A number that no other phone of this process has. */
export function newNumber(): string {
  made += 1;
  return `1555000${String(made).padStart(4, '0')}`;
}
