import { call } from '../sandbox/simulator-client.ts';

let made = 0;

/** Numbers of so many new phones that acknowledge without decrypting; silent ones send no receipts either. */
export async function addSinks(simulator: string, count: number, isSilent = false): Promise<string[]> {
  const numbers = Array.from({ length: count }, () => `1666${String(++made).padStart(7, '0')}`);
  for (const number of numbers) {
    await call(`${simulator}/phones`, { number, sink: true });
    if (isSilent) await call(`${simulator}/phones/${number}/receipts`, { delivered: false });
  }
  return numbers;
}

/** Numbers of so many new phones that can write. */
export async function addWriters(simulator: string, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, () => `1777${String(++made).padStart(7, '0')}`);
  for (const number of numbers) await call(`${simulator}/phones`, { number });
  return numbers;
}

/** Creates a group, and gives its JID. */
export async function addGroup(simulator: string, creator: string, participants: string[]): Promise<string> {
  const group = { creator, subject: 'Bench', participants };
  return (await call<{ id: string }>(`${simulator}/groups`, group)).id;
}

export const jidOf = (number: string): string => `${number}@s.whatsapp.net`;
