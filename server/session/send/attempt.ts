import { createHash } from 'node:crypto';
import { changeIdempotencyAnswer, insertIdempotencyKey } from '../../store/idempotency-keys.ts';
import type { Db } from '../../store/schema.ts';

/** A send that its caller may repeat without sending twice. */
export interface Attempt {
  instanceId: string;
  /** The caller's name for it. */
  key: string;
  /** Of what is to be done: under one key it is always the same. */
  fingerprint: string;
  /** WhatsApp's id of the message, if the caller has chosen it. */
  messageId: string | undefined;
}

/**
 * The id of the attempt's message. It is always the same, so that WhatsApp and the recipients know a repeat for
 * what it is; of the form and length that Baileys' `generateMessageIDV2` gives.
 */
export function messageIdOf({ instanceId, key, messageId }: Attempt): string {
  if (messageId !== undefined) return messageId;
  const digest = createHash('sha256').update(`${instanceId}\0${key}`).digest('hex');
  return `3EB0${digest.slice(0, 18).toUpperCase()}`;
}

/** Keeps what the caller will be answered; call it in the transaction that writes the message. */
export async function keepAnswer(tx: Db, attempt: Attempt | undefined, answer: object): Promise<void> {
  if (!attempt) return;
  const { instanceId: instance_id, key, fingerprint } = attempt;
  await insertIdempotencyKey(tx, { instance_id, key, fingerprint, status: 201, answer });
}

/** The caller will be answered 400 after all. @param reason as it will be told */
export async function keepRefusal(tx: Db, attempt: Attempt | undefined, reason: string): Promise<void> {
  if (!attempt) return;
  const { instanceId: instance_id, key } = attempt;
  await changeIdempotencyAnswer(tx, { instance_id, key, status: 400, answer: [reason] });
}
