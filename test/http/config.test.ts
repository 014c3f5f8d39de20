import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError, readEnv } from '../../server/config.ts';

test('an empty environment is enough', () => {
  const config = readEnv({});
  assert.deepEqual(config.server, {
    port: 8080,
    host: '0.0.0.0',
    url: 'http://localhost:8080',
    basePath: '/whatsapp',
    bodyLimit: 142_606_336,
    validateResponses: false,
    cors: { origin: ['*'], methods: ['POST', 'GET', 'PUT', 'DELETE'], credentials: false },
  });
  assert.equal(config.auth.apiKey, undefined);
  assert.equal(config.log.level, 'info');
  assert.deepEqual(config.webhook.retry.nonRetryableStatusCodes, [400, 401, 403, 404, 422]);
});

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const kept = (maxAgeMs: number | undefined, maxBytes: number | undefined) => ({ maxAgeMs, maxBytes });

/** A variable, its text, where it ends up, and as what. */
const GOOD: [string, string, (config: ReturnType<typeof readEnv>) => unknown, unknown][] = [
  ['SERVER_PORT', '0', ({ server }) => server.port, 0],
  ['SERVER_PORT', ' ', ({ server }) => server.port, 8080],
  ['SERVER_URL', 'https://gw.test/x/', ({ server }) => server.url, 'https://gw.test/x'],
  ['BASE_PATH', '', ({ server }) => server.basePath, ''],
  ['BASE_PATH', '/', ({ server }) => server.basePath, ''],
  ['BASE_PATH', 'a/b/', ({ server }) => server.basePath, '/a/b'],
  ['BODY_LIMIT', '1.5 MB', ({ server }) => server.bodyLimit, 1_572_864],
  [
    'CORS_ORIGIN',
    'https://a.test, https://b.test',
    ({ server }) => server.cors.origin,
    ['https://a.test', 'https://b.test'],
  ],
  ['CORS_CREDENTIALS', 'TRUE', ({ server }) => server.cors.credentials, true],
  ['LOG_LEVEL', 'WARN', ({ log }) => log.level, 'warn'],
  ['LOG_LEVEL', 'ERROR,WARN', ({ log }) => log.level, 'warn'],
  ['LOG_LEVEL', 'ERROR,WARN,DEBUG,INFO,LOG,VERBOSE,DARK,WEBHOOKS,WEBSOCKET', ({ log }) => log.level, 'debug'],
  ['LOG_BAILEYS', 'error', ({ log }) => log.baileys, 'error'],
  ['CREATE_RESPONSE', 'Seed', ({ instances }) => instances.createResponse, 'seed'],
  ['DATABASE_CONNECTION_CLIENT_NAME', 'gw', ({ instances }) => instances.clientName, 'gw'],
  ['CONFIG_SESSION_PHONE_VERSION', '2.3000.5', ({ whatsapp }) => whatsapp.phoneVersion, [2, 3000, 5]],
  [
    'WHATSAPP_SOCKET_URL',
    'wss://127.0.0.1:8091/ws',
    ({ whatsapp }) => whatsapp.socketUrl,
    'wss://127.0.0.1:8091/ws',
  ],
  ['WHATSAPP_CA_FILE', import.meta.filename, ({ whatsapp }) => whatsapp.caFile, import.meta.filename],
  ['OUTBOUND_ALLOW', '10.0.0.0/8,minio', ({ outboundAllow }) => outboundAllow, ['10.0.0.0/8', 'minio']],
  [
    'METRICS_ALLOWED_IPS',
    '127.0.0.1, 10.0.0.0/8,::1,fd00::/8',
    ({ metrics }) => metrics.allowedIps,
    ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'],
  ],
  ['METRICS_AUTH_REQUIRED', 'true', ({ metrics }) => metrics.enabled, false],
  ['WEBHOOK_GLOBAL_URL', 'not yet', ({ webhook }) => webhook.global.enabled, false],
  ['WEBHOOK_GLOBAL_BASE64', 'true', ({ webhook }) => webhook.global.base64, true],
  ['WEBHOOK_GLOBAL_SECRET', SECRET, ({ webhook }) => webhook.global.secrets, [SECRET]],
  [
    'WEBHOOK_GLOBAL_SECRET',
    `${SECRET}, ${SECRET}`,
    ({ webhook }) => webhook.global.secrets,
    [SECRET, SECRET],
  ],
  ['WEBHOOK_EVENTS_CALL', 'true', ({ webhook }) => webhook.global.events, ['CALL']],
  ['WEBHOOK_EVENTS_GROUPS_UPDATE', 'true', ({ webhook }) => webhook.global.events, ['GROUP_UPDATE']],
  ['WEBHOOK_EVENTS_GROUP_UPDATE', 'true', ({ webhook }) => webhook.global.events, ['GROUP_UPDATE']],
  ['WEBHOOK_EVENTS_ERRORS_WEBHOOK', 'https://h.test', ({ webhook }) => webhook.global.events, []],
  ['EVENTS_RETENTION', '', ({ eventsRetention }) => eventsRetention, kept(604_800_000, undefined)],
  ['EVENTS_RETENTION', '36h', ({ eventsRetention }) => eventsRetention, kept(129_600_000, undefined)],
  ['EVENTS_RETENTION', '500mb', ({ eventsRetention }) => eventsRetention, kept(undefined, 524_288_000)],
  ['EVENTS_RETENTION', '1gb, 7d', ({ eventsRetention }) => eventsRetention, kept(604_800_000, 1_073_741_824)],
  ['WEBHOOK_RETRY_MAX_AGE', '7d', ({ webhook }) => webhook.retry.maxAgeMs, 604_800_000],
  ['WEBHOOK_RETRY_JITTER_FACTOR', '0.5', ({ webhook }) => webhook.retry.jitterFactor, 0.5],
  [
    'WEBHOOK_RETRY_NON_RETRYABLE_STATUS_CODES',
    '400, 410',
    ({ webhook }) => webhook.retry.nonRetryableStatusCodes,
    [400, 410],
  ],
  ['RABBITMQ_ENABLED', 'perhaps', ({ websocket }) => websocket.enabled, false],
];

for (const [name, text, at, value] of GOOD) {
  test(`${name}="${text}" is taken`, () => {
    assert.deepEqual(at(readEnv({ [name]: text })), value);
  });
}

/** A variable, a text that it cannot have, and what the error says would be right. */
const BAD: [string, string, RegExp][] = [
  ['SERVER_PORT', '70000', /whole number from 0 to 65535/],
  ['SERVER_PORT', '80.5', /whole number/],
  ['SERVER_PORT', '-1', /whole number/],
  ['SERVER_URL', 'localhost:8080', /http:\/\/ or https:\/\//],
  ['BASE_PATH', '/a b', /a path such as/],
  ['BASE_PATH', '/:id', /a path such as/],
  ['BODY_LIMIT', 'much', /such as 136mb/],
  ['BODY_LIMIT', '10', /such as 136mb/],
  ['LOG_LEVEL', 'loud', /one of trace, debug, info/],
  ['LOG_LEVEL', 'WARN,LOUD', /one of trace, debug, info/],
  ['CORS_CREDENTIALS', 'constructor', /true or false/],
  ['CREATE_RESPONSE', 'v3', /one of negotiate, seed, v2/],
  ['QRCODE_COLOR', 'green', /#198754/],
  ['CONFIG_SESSION_PHONE_VERSION', '2.3000', /a version such as/],
  ['WHATSAPP_SOCKET_URL', 'http://127.0.0.1', /ws:\/\/ or wss:\/\//],
  ['WHATSAPP_NOISE_ROOT', 'abc', /64 hexadecimal digits/],
  ['WHATSAPP_CA_FILE', '/no/such/file', /a readable file/],
  ['METRICS_ALLOWED_IPS', 'prometheus.lan', /addresses and ranges/],
  ['METRICS_ALLOWED_IPS', '10.0.0.0/', /addresses and ranges/],
  ['METRICS_ALLOWED_IPS', '10.0.0.0/33', /addresses and ranges/],
  ['EVENTS_RETENTION', 'for ever', /an age .* a size .* such as 7d,1gb/],
  ['EVENTS_RETENTION', '7d,1d', /such as 7d,1gb/],
  ['EVENTS_RETENTION', '7d,1gb,2gb', /such as 7d,1gb/],
  ['EVENTS_RETENTION', '7d,many', /such as 7d,1gb/],
  ['EVENTS_RETENTION', ',', /such as 7d,1gb/],
  ['WEBHOOK_RETRY_MAX_AGE', '24', /such as 24h/],
  ['WEBHOOK_RETRY_NON_RETRYABLE_STATUS_CODES', '400,abc', /each a whole number/],
];

for (const [name, text, expected] of BAD) {
  test(`${name}="${text}" is refused`, () => {
    assert.throws(
      () => readEnv({ [name]: text }),
      (error) => {
        assert.ok(error instanceof ConfigError);
        assert.ok(error.message.startsWith(`${name} is "${text}"; it must be `), error.message);
        assert.match(error.message, expected);
        return true;
      },
    );
  });
}

test('a global webhook has an address', () => {
  const WEBHOOK_GLOBAL_ENABLED = 'true';
  assert.throws(() => readEnv({ WEBHOOK_GLOBAL_ENABLED }), {
    name: 'ConfigError',
    message: /^WEBHOOK_GLOBAL_ENABLED is "true"; it must be false, or WEBHOOK_GLOBAL_URL must be set/,
  });
  assert.throws(() => readEnv({ WEBHOOK_GLOBAL_ENABLED, WEBHOOK_GLOBAL_URL: 'ftp://h.test' }), {
    message: /^WEBHOOK_GLOBAL_URL is "ftp:\/\/h.test"; it must be an address/,
  });
  const { webhook } = readEnv({ WEBHOOK_GLOBAL_ENABLED, WEBHOOK_GLOBAL_URL: 'https://h.test/x' });
  assert.deepEqual(webhook.global, {
    ...{ enabled: true, url: 'https://h.test/x', byEvents: false, base64: false, events: [], secrets: [] },
  });
});

for (const text of ['secret', 'whsec_c2hvcnQ=', 'whsec_', `${SECRET},${SECRET},${SECRET}`]) {
  test(`WEBHOOK_GLOBAL_SECRET="${text}" is refused, and not shown`, () => {
    assert.throws(() => readEnv({ WEBHOOK_GLOBAL_SECRET: text }), {
      message: /^WEBHOOK_GLOBAL_SECRET is not right; it must be whsec_ and 24 to 64 bytes/,
    });
  });
}

test('metrics that ask for a login have one', () => {
  const wanted = { PROMETHEUS_METRICS: 'true', METRICS_AUTH_REQUIRED: 'true', METRICS_USER: 'prometheus' };
  assert.throws(() => readEnv(wanted), {
    name: 'ConfigError',
    message: /^METRICS_AUTH_REQUIRED is "true"; it must be false, or METRICS_USER and METRICS_PASSWORD/,
  });
  const { metrics } = readEnv({ ...wanted, METRICS_PASSWORD: 'p' });
  assert.deepEqual(metrics.login, { user: 'prometheus', password: 'p' });
});
