import { setTimeout as pause } from 'node:timers/promises';
import type { proto } from '@whiskeysockets/baileys';

export type Phone = {
  number: string;
  jid: string;
  lid: string;
  name: string;
  devices: { device: number; connected: boolean }[];
};
export type InboxMessage = {
  id: string;
  from: string;
  chat: string;
  participant: string | null;
  fromMe: boolean;
  type: string;
  text: string;
  media: { mimetype: string; fileLength: number; size: number; sha256Matches: boolean; error: string } | null;
  content: proto.IMessage;
};
export type Answer<T> = { status: number; body: T };

/** The simulator's control API. */
export type Control = {
  request<T>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
  phone(number: string, name?: string): Promise<Phone>;
  /** Sends a text, or whatever else the request says. Resolves with the id. */
  send(from: string, to: string, message: string | object): Promise<string>;
  inbox(number: string): Promise<InboxMessage[]>;
  /** The message with this id, as soon as it is in the inbox. */
  received(number: string, id: string): Promise<InboxMessage>;
  faults(faults: object): Promise<void>;
  connected(number: string, connected: boolean): Promise<void>;
};

const POLL_MS = 10;
const PATIENCE_MS = 15_000;

/** Asks until `probe` answers something true; for state that only a remote process has. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(POLL_MS)) {
    const answer = await probe();
    if (answer) return answer;
  }
  throw new Error(`gave up waiting: ${what}`);
}

export function createControl(url: string): Control {
  async function request<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...content,
    });
    return { status: response.status, body: (await response.json()) as T };
  }
  async function succeed<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, body: answer } = await request<T>(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }
  return {
    request,
    phone: (number, name) => succeed('POST', '/phones', { number, ...(name && { name }) }),
    send: async (from, to, message) => {
      const content = typeof message === 'string' ? { text: message } : message;
      return (await succeed<{ id: string }>('POST', `/phones/${from}/send`, { to, ...content })).id;
    },
    inbox: (number) => succeed('GET', `/phones/${number}/inbox`),
    received: (number, id) =>
      eventually(`${id} at ${number}`, async () => {
        const inbox = await succeed<InboxMessage[]>('GET', `/phones/${number}/inbox`);
        return inbox.find((message) => message.id === id);
      }),
    faults: (faults) => succeed('POST', '/faults', faults),
    connected: async (number, connected) => {
      await eventually(`${number} connected: ${connected}`, async () => {
        const phones = await succeed<Phone[]>('GET', '/phones');
        const devices = phones.find((phone) => phone.number === number)?.devices ?? [];
        return devices.some((device) => device.connected) === connected;
      });
    },
  };
}
