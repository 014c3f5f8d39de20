import { badRequest, forbidden, HttpError } from '../../errors.ts';
import type { CreateInstanceBody, QrCode } from '../../generated/index.ts';
import { newKey } from '../../secrets/keys.ts';
import { toPhoneNumber } from '../../session/translate/jid.ts';
import { transaction } from '../../store/db.ts';
import { insertInstance, NameTakenError, TokenTakenError } from '../../store/instances.ts';
import { insertSettings } from '../../store/settings.ts';
import { upsertWebhook, type WebhookValues } from '../../store/webhooks.ts';
import { upsertWebsocket } from '../../store/websockets.ts';
import type { Call, Handler } from '../call.ts';
import { toSettingPatch } from '../settings/to-settings.ts';
import { toWebhookValues } from '../webhook/to-webhook.ts';
import { toWebsocketValues } from '../websocket/to-websocket.ts';
import { type Created, toCreatedInstance } from './created-instance.ts';

export const createInstance: Handler<'createInstance'> = async ({ body }, call) => {
  if (body.proxyHost) throw badRequest('instance.proxyHost: connecting by a proxy is not supported yet');
  const token = body.token ?? newKey();
  const webhook = body.webhook && (await toWebhookValues(body.webhook, body.instanceName, call.outbound));
  const created = await store(body, token, webhook, call);
  const session = call.sessions.of(created.instance);
  const qrcode = body.qrcode ? await firstQr(() => session.connect(body.number)) : undefined;
  return toCreatedInstance(body, { ...created, token, qrcode, state: session.state() }, call.config);
};

/** The instance with all that belongs to it, or nothing of it. */
async function store(
  body: CreateInstanceBody,
  token: string,
  webhook: WebhookValues | undefined,
  { db, tokens }: Call,
): Promise<Pick<Created, 'instance' | 'settings' | 'webhook' | 'websocket'>> {
  return transaction(db, async (tx) => {
    const instance = await insertInstance(tx, {
      name: body.instanceName,
      integration: body.integration ?? 'WHATSAPP-BAILEYS',
      number: body.number === undefined ? null : toPhoneNumber(body.number),
      business_id: body.businessId ?? null,
      ...tokens.stored(token),
    }).catch(refuse);
    return {
      instance,
      settings: await insertSettings(tx, instance.id, toSettingPatch(body)),
      webhook: webhook && (await upsertWebhook(tx, instance.id, webhook)),
      websocket:
        body.websocket && (await upsertWebsocket(tx, instance.id, toWebsocketValues(body.websocket))),
    };
  });
}

function refuse(error: unknown): never {
  if (error instanceof NameTakenError) throw forbidden(`This name "${error.message}" is already in use.`);
  if (error instanceof TokenTakenError) throw forbidden('This token is already in use.');
  throw error;
}

/** The instance stands even if WhatsApp cannot be reached now: the answer then has no QR code. */
async function firstQr(connect: () => Promise<QrCode | undefined>): Promise<QrCode | undefined> {
  try {
    return await connect();
  } catch (error) {
    if (error instanceof HttpError) return undefined;
    throw error;
  }
}
