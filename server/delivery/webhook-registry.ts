import { newWebhookSecret } from '../secrets/keys.ts';
import type { WebhookSeals } from '../secrets/webhook-seals.ts';
import { transaction } from '../store/db.ts';
import type { SealedOfWebhook } from '../store/deliveries.ts';
import { newRowId } from '../store/ids.ts';
import type { Db, WebhookRecord } from '../store/schema.ts';
import { deleteWebhook } from '../store/webhook-end.ts';
import {
  findWebhook,
  listWebhooks,
  replaceSecret,
  saveWebhook,
  updateWebhook,
  upsertWebhook,
  type WebhookPatch,
  type WebhookValues,
} from '../store/webhooks.ts';

/** A webhook with its headers as they are sent. */
export interface StoredWebhook extends Omit<WebhookRecord, SealedOfWebhook> {
  headers: Record<string, string>;
  /** Whether its requests are signed. */
  signed: boolean;
  /** Until when (ms since the epoch) the secret before signs too; null if it does not. */
  oldSecretUntil: number | null;
}

/** A webhook's secret is shown when it is new, and never again. */
export interface WithSecret {
  webhook: StoredWebhook;
  secret: string;
}

export type MainSettings = Opened<WebhookValues>;
export type WebhookSettings = MainSettings & Pick<WebhookRecord, 'jids'>;
type Opened<Values> = Omit<Values, 'headers'> & { headers: Record<string, string> };

/** The webhooks of the instances. Their headers and their secrets are encrypted at rest. */
export interface WebhookRegistry {
  /** The one that stands for all in the words of Evolution API. */
  findMain(instanceId: string): Promise<StoredWebhook | undefined>;
  /** @param tx the transaction that it is part of */
  setMain(instanceId: string, settings: MainSettings, tx?: Db): Promise<StoredWebhook>;
  find(instanceId: string, id: string): Promise<StoredWebhook | undefined>;
  /** The main one first. */
  list(instanceId: string): Promise<StoredWebhook[]>;
  /** @throws TooManyWebhooksError */
  add(instanceId: string, settings: WebhookSettings): Promise<WithSecret>;
  /** This and what follows give undefined or false if the instance has no such webhook. */
  change(instanceId: string, id: string, patch: Partial<WebhookSettings>): Promise<StoredWebhook | undefined>;
  /** @param overlapMs how long the present secret signs too */
  rotateSecret(instanceId: string, id: string, overlapMs: number): Promise<WithSecret | undefined>;
  /** Its deliveries go with it, those under way too. */
  remove(instanceId: string, id: string): Promise<boolean>;
}

/** What an instance may have, the main one included: each event is written once for every one. */
export const MOST_WEBHOOKS = 20;

export class TooManyWebhooksError extends Error {
  override readonly name = 'TooManyWebhooksError';
}

export function createWebhookRegistry(db: Db, seals: WebhookSeals): WebhookRegistry {
  const opened = (row: WebhookRecord): StoredWebhook => toStored(row, seals);
  return {
    async findMain(instanceId) {
      const row = await findWebhook(db, instanceId);
      return row && opened(row);
    },
    setMain: (instanceId, settings, given = db) =>
      transaction(given, async (tx) => {
        const id = (await findWebhook(tx, instanceId))?.id ?? newRowId();
        const values = { ...settings, headers: seals.headers(id, settings.headers) };
        return opened(await upsertWebhook(tx, instanceId, values, id));
      }),
    async find(instanceId, id) {
      const row = (await listWebhooks(db, instanceId)).find((one) => one.id === id);
      return row && opened(row);
    },
    list: async (instanceId) => (await listWebhooks(db, instanceId)).map(opened),
    add: (instanceId, settings) =>
      transaction(db, async (tx) => {
        if ((await listWebhooks(tx, instanceId)).length >= MOST_WEBHOOKS) throw new TooManyWebhooksError();
        const [id, secret] = [newRowId(), newWebhookSecret()];
        const sealed = {
          headers: seals.headers(id, settings.headers),
          secret_sealed: seals.secret(id, secret),
        };
        const row = { id, instance_id: instanceId, ...settings, ...sealed, old_secret_sealed: null };
        return { webhook: opened(await saveWebhook(tx, row)), secret };
      }),
    async change(instanceId, id, { headers, ...rest }) {
      const patch: WebhookPatch = headers ? { ...rest, headers: seals.headers(id, headers) } : rest;
      const row = await updateWebhook(db, instanceId, id, patch);
      return row && opened(row);
    },
    async rotateSecret(instanceId, id, overlapMs) {
      const secret = newWebhookSecret();
      const row = await replaceSecret(db, instanceId, id, seals.secret(id, secret), Date.now() + overlapMs);
      return row && { webhook: opened(row), secret };
    },
    remove: (instanceId, id) => deleteWebhook(db, instanceId, id),
  };
}

function toStored(row: WebhookRecord, seals: WebhookSeals): StoredWebhook {
  const { secret_sealed: _, old_secret_sealed: __, old_secret_until, ...rest } = row;
  const { headers, secrets } = seals.open(row.id, row);
  return {
    ...rest,
    headers,
    signed: secrets.length > 0,
    oldSecretUntil: secrets.length > 1 ? old_secret_until : null,
  };
}
