import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { stringify } from 'yaml';
import { compress } from './json-answer.ts';
import type { Spec } from './spec.ts';

const ASSETS = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const ASSET_NAMES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Zapgate API</title>
  <link rel="icon" href="favicon-32x32.png">
  <link rel="stylesheet" href="swagger-ui.css">
</head>
<body>
  <div id="swagger-ui"></div>
  <script src="swagger-ui-bundle.js"></script>
  <script src="start.js"></script>
</body>
</html>
`;

/** The key is entered once: the browser keeps it. */
const START = `SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  persistAuthorization: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
});
`;

/** Nothing from elsewhere. Swagger UI writes style attributes, and has its icons in data URLs. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * Swagger UI at `/docs/`, and the contract at `/openapi.json` and `/openapi.yaml`.
 *
 * @param basePath where these routes are mounted. The one server that the contract names is there, so that
 *   "Try it out" goes where the page came from.
 */
export function docsRoutes(spec: Spec, basePath: string): Router {
  const contract = { ...spec, servers: [{ url: basePath || '/' }] };
  const router = Router({ strict: true });
  router.use(['/openapi.json', '/openapi.yaml', '/docs'], compress);
  router.get(
    '/openapi.json',
    text('json', () => JSON.stringify(contract)),
  );
  router.get(
    '/openapi.yaml',
    text('application/yaml', () => stringify(contract)),
  );
  router.get('/docs', (_req, res) => res.redirect(301, 'docs/'));
  router.get(
    '/docs/',
    contentSecurity,
    text('html', () => PAGE),
  );
  router.get(
    '/docs/start.js',
    text('text/javascript', () => START),
  );
  for (const name of ASSET_NAMES)
    router.get(`/docs/${name}`, (_req, res) => res.sendFile(join(ASSETS, name)));
  return router;
}

/** @param write called at the first request: not every server is asked for its contract */
function text(type: string, write: () => string): RequestHandler {
  let content: string | undefined;
  return (_req, res) => {
    content ??= write();
    res.type(type).send(content);
  };
}

const contentSecurity: RequestHandler = (_req, res, next) => {
  res.setHeader('content-security-policy', POLICY);
  next();
};
