/**
 * The names of the places at which values lie encrypted. A value is sealed for its place, so that nobody can
 * put one where another belongs: a place's name must never change.
 */
export const placeOf = {
  check: () => 'encryption',
  credentials: (instanceId: string) => place('credential', instanceId),
  signalKey: (instanceId: string, type: string, id: string) => place('signal_key', instanceId, type, id),
  /** What the places of all Signal keys of an instance begin with. */
  signalKeys: (instanceId: string) => place('signal_key', instanceId, ''),
  token: (instanceId: string) => place('instance', instanceId, 'token'),
  webhookHeaders: (webhookId: string) => place('webhook', webhookId, 'headers'),
  /** The one before it has the same place: it only moves to another column. */
  webhookSecret: (webhookId: string) => place('webhook', webhookId, 'secret'),
  proxyPassword: (instanceId: string) => place('proxy', instanceId, 'password'),
};

/** No part holds a NUL, so that different parts never make the same name. */
const place = (...parts: string[]): string => parts.join('\0');
