import type { ZapgateClient } from '../../clients/typescript/src/index.ts';
import { addPhone, call, scan } from '../sandbox/simulator-client.ts';
import type { BenchGateway, World } from './world.ts';

/** The number of the phone of instance `n`. */
export const numberOf = (n: number): string => `1555${String(n).padStart(7, '0')}`;

/** Lets the phone of a number, which is made if there is none, scan a QR code. It needs no messages itself. */
export async function linkPhone(simulator: string, number: string, qr: string): Promise<void> {
  await addPhone(simulator, number, `Owner of ${number}`);
  await scan(simulator, number, qr);
  await call(`${simulator}/phones`, { number, sink: true });
}

/** Creates an instance and lets a virtual phone, with a `history` if given, scan its QR code. */
export async function linkInstance(
  { simulator }: World,
  { client }: BenchGateway,
  instanceName: string,
  n: number,
  history?: object,
): Promise<void> {
  await addPhone(simulator, numberOf(n), instanceName, history);
  const created = await client.instance.createInstance({ body: { instanceName, qrcode: true } });
  const code = created.qrcode?.code ?? (await laterCode(client, instanceName));
  await scan(simulator, numberOf(n), String(code));
}

/** For an instance that was created before WhatsApp gave it a QR code. */
async function laterCode(client: ZapgateClient, instance: string): Promise<string | undefined> {
  const result = await client.instance.connectInstance({ instance });
  return 'code' in result ? result.code : undefined;
}
