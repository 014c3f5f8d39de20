import { badRequest, HttpError } from '../../errors.ts';
import type {
  InstanceProxyRow,
  ProxyConfig,
  ProxyProtocol,
  SetProxyBody,
  StoredProxy as ShownProxy,
} from '../../generated/index.ts';
import { OutboundRefused } from '../../outbound/guard.ts';
import { probe } from '../../session/proxy/probe.ts';
import type { ProxySettings, StoredProxy } from '../../session/proxy/proxies.ts';
import { authority } from '../../session/proxy/route.ts';
import type { ListedProxy } from '../../store/proxies.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';

/**
 * The proxy that a caller wants, tried by reaching WhatsApp through it.
 *
 * @throws HttpError 400 when a field is missing, or WhatsApp cannot be reached
 */
export async function toWorkingProxy(
  body: Omit<SetProxyBody, 'enabled'>,
  { outbound, config }: Pick<Call, 'outbound' | 'config'>,
): Promise<ProxySettings> {
  const proxy = toProxySettings(body);
  try {
    await outbound.check(`http://${authority(proxy)}`);
    await probe(proxy, config.whatsapp.socketUrl);
  } catch (error) {
    throw invalid(error);
  }
  return proxy;
}

function toProxySettings({ host, port, protocol, username, password }: Omit<SetProxyBody, 'enabled'>) {
  const missing = Object.entries({ host, port, protocol }).find(([, value]) => !value);
  if (missing) throw badRequest(`instance requires property "${missing[0]}"`);
  return {
    host: host ?? '',
    port: port ?? '',
    protocol: protocol ?? 'http',
    username: username ?? '',
    password: password ?? '',
  };
}

/** The reason never holds the password. */
function invalid(error: unknown): HttpError {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  const why = error instanceof OutboundRefused ? reason : `WhatsApp cannot be reached through it: ${reason}`;
  return new HttpError(400, ['Invalid proxy', why], { cause: error });
}

/** The proxy in words; empty where there is none. */
export function toProxyConfig(proxy: ProxySettings | undefined): ProxyConfig {
  const { host = '', port = '', protocol = '', username = '', password = '' } = proxy ?? {};
  return { enabled: proxy !== undefined, host, port, protocol, username, password };
}

export function toProxy(proxy: StoredProxy | undefined): ShownProxy {
  if (!proxy) return toProxyConfig(undefined);
  const { id, instanceId, createdAt, updatedAt } = proxy;
  return { ...toProxyConfig(proxy), id, instanceId, createdAt: iso(createdAt), updatedAt: iso(updatedAt) };
}

/** The proxy as a list of instances shows it: everybody who may see the list need not know the password. */
export function toInstanceProxyRow({ id, host, port, username, ...row }: ListedProxy): InstanceProxyRow {
  return {
    ...{ id, enabled: row.enabled === 1, host, port, username, instanceId: row.instance_id },
    protocol: row.protocol as ProxyProtocol,
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
  };
}
