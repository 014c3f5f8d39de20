import type { Handler } from '../call.ts';
import { toProxy } from './to-proxy.ts';

export const findProxy: Handler<'findProxy'> = async ({ path }, { sessions, proxies }) => {
  const { instance } = await sessions.require(path.instance);
  return toProxy(await proxies.find(instance.id));
};
