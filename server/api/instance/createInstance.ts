import { randomUUID } from 'node:crypto';
import type { MainSettings } from '../../delivery/webhook-registry.ts';
import { forbidden, HttpError } from '../../errors.ts';
import type { CreateInstanceBody, QrCode } from '../../generated/index.ts';
import { newKey } from '../../secrets/keys.ts';
import type { ProxySettings } from '../../session/proxy/proxies.ts';
import { toPhoneNumber } from '../../session/translate/jid.ts';
import { insertInstance, NameTakenError, TokenTakenError } from '../../store/instances.ts';
import { insertSettings } from '../../store/settings.ts';
import { upsertWebsocket } from '../../store/websockets.ts';
import type { Call, Handler } from '../call.ts';
import { toWorkingProxy } from '../proxy/to-proxy.ts';
import { toSettingPatch } from '../settings/to-settings.ts';
import { toWebhookSettings } from '../webhook/to-webhook.ts';
import { toWebsocketValues } from '../websocket/to-websocket.ts';
import { type Created, toCreatedInstance } from './created-instance.ts';

export const createInstance: Handler<'createInstance'> = async ({ body }, call) => {
  const token = body.token ?? newKey();
  const webhook = body.webhook && (await toWebhookSettings(body.webhook, body.instanceName, call.outbound));
  const proxy = await wantedProxy(body, call);
  const created = await store(body, token, webhook, proxy, call);
  const session = call.sessions.of(created.instance);
  const qrcode = body.qrcode ? await firstQr(() => session.connect(body.number)) : undefined;
  return toCreatedInstance(body, { ...created, token, qrcode, state: session.state() }, call.config);
};

/** The instance with all that belongs to it, or nothing of it. */
async function store(
  body: CreateInstanceBody,
  token: string,
  webhook: MainSettings | undefined,
  proxy: ProxySettings | undefined,
  { record, tokens, proxies, webhookRegistry }: Call,
): Promise<Pick<Created, 'instance' | 'settings' | 'webhook' | 'websocket'>> {
  const id = randomUUID();
  return record(id, async (tx) => {
    const instance = await insertInstance(tx, {
      id,
      name: body.instanceName,
      integration: body.integration ?? 'WHATSAPP-BAILEYS',
      number: body.number === undefined ? null : toPhoneNumber(body.number),
      business_id: body.businessId ?? null,
      ...tokens.stored(id, token),
    }).catch(refuse);
    if (proxy) await proxies.save(id, proxy, tx);
    const result = {
      instance,
      settings: await insertSettings(tx, id, toSettingPatch(body)),
      webhook: webhook && (await webhookRegistry.setMain(id, webhook, tx)),
      websocket: body.websocket && (await upsertWebsocket(tx, id, toWebsocketValues(body.websocket))),
    };
    const reference = { instanceName: instance.name, instanceId: id };
    return { result, events: [{ type: 'instance.create', data: reference }] };
  });
}

/** A proxy is meant where all of the first three fields are there (wire-contract 2.1). */
async function wantedProxy(body: CreateInstanceBody, call: Call): Promise<ProxySettings | undefined> {
  const { proxyHost: host, proxyPort: port, proxyProtocol: protocol } = body;
  if (!host || !port || !protocol) return undefined;
  const { proxyUsername: username = '', proxyPassword: password = '' } = body;
  return toWorkingProxy({ host, port, protocol, username, password }, call);
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
