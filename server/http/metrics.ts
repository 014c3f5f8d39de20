import { type RequestHandler, Router } from 'express';
import { createAddressList } from '../address-list.ts';
import type { Config } from '../config.ts';
import { forbidden, unauthorized } from '../errors.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { hashKey, isKey } from '../secrets/keys.ts';
import { compress } from './json-answer.ts';

type Guards = Pick<Config['metrics'], 'allowedIps' | 'login'>;

/** `GET /metrics` in the text format of Prometheus (wire-contract 1.7); no route where there are no metrics. */
export function metricsRoutes({ allowedIps, login }: Guards, metrics: Metrics | undefined): Router {
  const router = Router();
  if (!metrics) return router;
  const guards = [
    ...(allowedIps.length > 0 ? [onlyFrom(allowedIps)] : []),
    ...(login ? [onlyWith(login)] : []),
  ];
  router.get('/metrics', ...guards, compress, async (_req, res) => {
    const text = await metrics.text();
    res.set({ 'content-type': metrics.contentType, 'cache-control': 'no-store' }).send(text);
  });
  return router;
}

/** It is the connection's own address that counts: anybody can write a header. */
function onlyFrom(allowedIps: string[]): RequestHandler {
  const allowed = createAddressList(allowedIps);
  return (req, _res, next) => {
    const address = req.socket.remoteAddress ?? '';
    if (!allowed.has(address)) throw forbidden(`${address} is not one of METRICS_ALLOWED_IPS`);
    next();
  };
}

/** Basic authentication (RFC 7617). */
function onlyWith({ user, password }: NonNullable<Guards['login']>): RequestHandler {
  const hash = hashKey(`${user}:${password}`);
  return (req, res, next) => {
    const [, given = ''] = /^basic +(\S+)$/i.exec(req.get('authorization') ?? '') ?? [];
    if (!isKey(Buffer.from(given, 'base64').toString(), hash)) {
      res.set('www-authenticate', 'Basic realm="metrics", charset="UTF-8"');
      throw unauthorized();
    }
    next();
  };
}
