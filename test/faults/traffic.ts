import { setTimeout as pause } from 'node:timers/promises';
import type { MessageRecord } from '../../clients/typescript/src/index.ts';
import type { Control } from '../simulator/control-client.ts';
import { KEY } from '../support/gateway.ts';

/** What was sent, by id, while it ran. */
export interface Traffic {
  sent: Map<string, string>;
  /** Ends it, and waits until what is under way has arrived. */
  stop(): Promise<void>;
}

/** Messages of a phone that may be under way at the same time: enough to be cut off at any point. */
const UNDER_WAY = 20;

/**
 * A phone that sends one text after the other, to the chats in turn, no faster than they arrive.
 *
 * @param arrived waits until so many have arrived
 */
export function phoneTraffic(
  whatsapp: Control,
  from: string,
  chats: string[],
  arrived: (count: number) => Promise<void>,
): Traffic {
  return traffic(async (n) => {
    await arrived(n - UNDER_WAY);
    const text = `from the phone ${n}`;
    const id = await whatsapp.send(from, chats[n % chats.length] ?? '', text);
    return [id, text];
  });
}

/** A client of the gateway that sends one text after the other, and each again until it is answered. */
export function clientTraffic(gatewayUrl: () => string, instance: string, chats: string[]): Traffic {
  return traffic(async (n) => {
    const text = `from the client ${n}`;
    const body = JSON.stringify({ number: chats[n % chats.length], text });
    for (;;) {
      const id = await attempt(`${gatewayUrl()}/message/sendText/${instance}`, `${instance}-${n}`, body);
      if (id) return [id, text];
      await pause(RETRY_MS);
    }
  });
}

/** How long a client waits that was not answered. */
const RETRY_MS = 50;

function traffic(send: (n: number) => Promise<[id: string, text: string]>): Traffic {
  const sent = new Map<string, string>();
  let isOn = true;
  const run = async (): Promise<void> => {
    for (let n = 0; isOn; n++) sent.set(...(await send(n)));
  };
  const ended = run();
  return {
    sent,
    async stop() {
      isOn = false;
      await ended;
    },
  };
}

async function attempt(url: string, key: string, body: string): Promise<string | undefined> {
  const headers = { apikey: KEY, 'content-type': 'application/json', 'idempotency-key': key };
  try {
    const response = await fetch(url, { method: 'POST', headers, body });
    const answer = (await response.json()) as MessageRecord;
    return response.ok ? answer.key.id : undefined;
  } catch {
    return undefined; // killed meanwhile
  }
}
