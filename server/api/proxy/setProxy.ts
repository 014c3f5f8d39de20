import type { Handler } from '../call.ts';
import { toProxyConfig, toWorkingProxy } from './to-proxy.ts';

export const setProxy: Handler<'setProxy'> = async ({ path, body }, call) => {
  const { instance, session } = await call.sessions.require(path.instance);
  const proxy = body.enabled ? await toWorkingProxy(body, call) : undefined;
  if (proxy) await call.proxies.save(instance.id, proxy);
  else await call.proxies.remove(instance.id);
  await session.reconnect();
  return { proxy: { instanceName: instance.name, proxy: toProxyConfig(proxy) } };
};
