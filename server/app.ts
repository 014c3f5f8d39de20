import express, { type Express } from 'express';
import { createAnswerCheck } from './http/answer-check.ts';
import type { AppDependencies } from './http/dependencies.ts';
import { docsRoutes } from './http/docs.ts';
import { errorHandler, notFound } from './http/error-handler.ts';
import { corsHeaders, securityHeaders } from './http/headers.ts';
import { healthRoutes } from './http/health.ts';
import { metricsRoutes } from './http/metrics.ts';
import { requestLog } from './http/request-log.ts';
import { createRouter } from './http/router.ts';
import { readSpec } from './http/spec.ts';

/**
 * The whole HTTP side, in the order in which a request passes through it.
 *
 * @throws if the handlers and the spec do not fit together
 */
export function createApp<Context extends object>(deps: AppDependencies<Context>): Express {
  const { basePath, cors: corsConfig, validateResponses } = deps.config.server;
  const spec = readSpec();
  const health = healthRoutes(deps.ready ?? (async () => {}));
  const metrics = metricsRoutes(deps.config.metrics, deps.metrics);
  const check = validateResponses ? createAnswerCheck(spec) : undefined;
  const api = createRouter(deps, spec, check);

  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  app.use(requestLog(deps.logger));
  app.use(securityHeaders);
  app.use(corsHeaders(corsConfig));
  const bases = new Set(['', basePath]);
  for (const base of bases) app.use(base || '/', api);
  for (const base of bases) app.use(base || '/', health, metrics, docsRoutes(spec, base));
  app.use(notFound);
  app.use(errorHandler(check));
  return app;
}
