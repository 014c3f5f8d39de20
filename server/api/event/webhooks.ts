import { badRequest } from '../../errors.ts';
import { type KnownWebhook, listKnownWebhooks } from '../../store/known-webhooks.ts';
import type { Call } from '../call.ts';

/** The webhooks of which the caller may know: that of all instances is for the global key alone. */
export function webhooksOf({ db, principal }: Call, instanceId: string): Promise<KnownWebhook[]> {
  return listKnownWebhooks(db, instanceId, principal?.kind === 'global');
}

/** The one of that id, or all without one. @throws HttpError 400 that names `field` if there is no such one */
export function chosen(webhooks: KnownWebhook[], id: string | undefined, field: string): KnownWebhook[] {
  return id === undefined ? webhooks : [webhookOf(webhooks, id, field)];
}

/** @throws HttpError 400 that names `field` if there is no such one */
export function webhookOf(webhooks: KnownWebhook[], id: string, field: string): KnownWebhook {
  const found = webhooks.find((webhook) => webhook.id === id);
  if (!found) throw badRequest(`${field}: there is no webhook "${id}"`);
  return found;
}

/** @throws HttpError 400 */
export function mustBeEnabled({ id, enabled }: KnownWebhook): void {
  if (!enabled) throw badRequest(`The webhook "${id}" is disabled`);
}
