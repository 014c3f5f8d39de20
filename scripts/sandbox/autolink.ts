import { io } from 'socket.io-client';
import { type QrcodeUpdatedEvent, ZapgateClient } from '../../clients/typescript/src/index.ts';
import { addPhone, scan } from './simulator-client.ts';

/** Scans the QR code of every instance with a virtual phone of the instance's number, or of a made-up one. */
export async function linkNewInstances(gateway: string, key: string, simulator: string): Promise<void> {
  const client = new ZapgateClient({ baseUrl: gateway, apiKey: key });
  const socket = io(gateway, { extraHeaders: { apikey: key } });
  socket.on('qrcode.updated', ({ instance, data }: QrcodeUpdatedEvent) => {
    if ('qrcode' in data) link(instance, data.qrcode.code).catch(report);
  });
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));

  async function link(instanceName: string, qr: string): Promise<void> {
    const [row] = await client.instance.fetchInstances({ instanceName });
    const number = row?.number?.replace(/\D/g, '') || madeUpNumber();
    await addPhone(simulator, number, instanceName);
    await scan(simulator, number, qr);
    console.log(`A virtual phone, ${number}, has linked "${instanceName}".`);
  }
}

function report(error: unknown): void {
  console.error(`Not linked: ${error instanceof Error ? error.message : error}`);
}

let made = 0;

/** Numbers of 555-01xx kind: nobody's. */
function madeUpNumber(): string {
  made += 1;
  return `1555010${String(made).padStart(4, '0')}`;
}
