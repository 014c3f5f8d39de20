import { globalWebhook } from './config/global-webhook.ts';
import { boolean, integer, list, listOf, number, oneOf, readableFile, text, url } from './config/kinds.ts';
import {
  addresses,
  basePath,
  color,
  duration,
  encryptionKey,
  logLevel,
  noiseRoot,
  rate,
  retention,
  size,
  webVersion,
} from './config/values.ts';
import { ConfigError, type Environment, type ReadVariable, variableReader } from './config/variable.ts';

export { ConfigError };

export type Config = ReturnType<typeof readEnv>;

/**
 * Everything that is set from outside, checked. Variables it does not know are ignored, so that the
 * environment of an Evolution server can be used as it is (wire-contract 5).
 *
 * @throws ConfigError for the first variable whose value cannot be used
 */
export function readEnv(env: Environment = process.env) {
  const read = variableReader(env);
  return {
    dataDir: read('DATA_DIR', text, './data'),
    encryption: {
      /** Undefined: made at the first start, and kept in the data folder. */
      key: read('ENCRYPTION_KEY', encryptionKey, undefined),
      /** What a rotation encrypts with from then on. */
      newKey: read('NEW_ENCRYPTION_KEY', encryptionKey, undefined),
    },
    server: server(read, env),
    auth: {
      /** Undefined: made up at the first start. */
      apiKey: read('AUTHENTICATION_API_KEY', text, undefined),
      exposeInFetchInstances: read('AUTHENTICATION_EXPOSE_IN_FETCH_INSTANCES', boolean, false),
    },
    log: {
      level: read('LOG_LEVEL', logLevel, 'info'),
      baileys: read('LOG_BAILEYS', logLevel, 'silent'),
    },
    instances: {
      createResponse: read('CREATE_RESPONSE', oneOf('negotiate', 'seed', 'v2'), 'negotiate'),
      clientName: read('DATABASE_CONNECTION_CLIENT_NAME', text, 'zapgate'),
    },
    whatsapp: whatsapp(read),
    /** Milliseconds from one send of an instance to its next; undefined: as they come. */
    sendEveryMs: read('SEND_RATE', rate, undefined),
    /** Hosts, beside public ones, to which this server may send requests. */
    outboundAllow: read('OUTBOUND_ALLOW', list, []),
    metrics: metrics(read),
    webhook: webhook(read),
    /** Of the log of events. */
    eventsRetention: read('EVENTS_RETENTION', retention, { maxAgeMs: 7 * 86_400_000, maxBytes: undefined }),
    websocket: {
      enabled: read('WEBSOCKET_ENABLED', boolean, false),
      globalEvents: read('WEBSOCKET_GLOBAL_EVENTS', boolean, false),
    },
  };
}

function server(read: ReadVariable, env: Environment) {
  const port = read('SERVER_PORT', integer(0, 65_535), 8080);
  return {
    /** 0: any that is free. */
    port,
    host: read('SERVER_HOST', text, '0.0.0.0'),
    url: read('SERVER_URL', url('http', 'https'), `http://localhost:${port}`),
    /** Here a blank value is a value: no base path. */
    basePath: read('BASE_PATH', basePath, env.BASE_PATH === undefined ? '/whatsapp' : ''),
    /** Bytes of a request body. */
    bodyLimit: read('BODY_LIMIT', size, 136 * 1024 ** 2),
    validateResponses: read('VALIDATE_RESPONSES', boolean, false),
    cors: {
      origin: read('CORS_ORIGIN', list, ['*']),
      methods: read('CORS_METHODS', list, ['POST', 'GET', 'PUT', 'DELETE']),
      credentials: read('CORS_CREDENTIALS', boolean, false),
    },
  };
}

function whatsapp(read: ReadVariable) {
  return {
    /** These three point at another server than WhatsApp's own. */
    socketUrl: read('WHATSAPP_SOCKET_URL', url('ws', 'wss'), undefined),
    noiseRoot: read('WHATSAPP_NOISE_ROOT', noiseRoot, undefined),
    caFile: read('WHATSAPP_CA_FILE', readableFile, undefined),
    qrcodeLimit: read('QRCODE_LIMIT', integer(1, 1000), 30),
    qrcodeColor: read('QRCODE_COLOR', color, '#198754'),
    phoneClient: read('CONFIG_SESSION_PHONE_CLIENT', text, 'Zapgate'),
    phoneName: read('CONFIG_SESSION_PHONE_NAME', text, 'Chrome'),
    phoneVersion: read('CONFIG_SESSION_PHONE_VERSION', webVersion, undefined),
  };
}

function metrics(read: ReadVariable) {
  const enabled = read('PROMETHEUS_METRICS', boolean, false);
  const user = read('METRICS_USER', text, undefined);
  const password = read('METRICS_PASSWORD', text, undefined);
  const isLoginRequired = read('METRICS_AUTH_REQUIRED', boolean, false);
  const login = user !== undefined && password !== undefined ? { user, password } : undefined;
  if (enabled && isLoginRequired && !login)
    throw new ConfigError('METRICS_AUTH_REQUIRED', 'true', {
      expected: 'false, or METRICS_USER and METRICS_PASSWORD must be set',
    });
  return {
    enabled,
    /** Who may read them; empty for anybody. */
    allowedIps: read('METRICS_ALLOWED_IPS', addresses, []),
    /** What they ask for; undefined for nothing. */
    login: isLoginRequired ? login : undefined,
  };
}

function webhook(read: ReadVariable) {
  return {
    global: globalWebhook(read),
    timeoutMs: read('WEBHOOK_REQUEST_TIMEOUT_MS', integer(1, 600_000), 30_000),
    retry: {
      initialDelaySeconds: read('WEBHOOK_RETRY_INITIAL_DELAY_SECONDS', number(0, 86_400), 5),
      maxDelaySeconds: read('WEBHOOK_RETRY_MAX_DELAY_SECONDS', number(0, 86_400), 300),
      /** The part of a delay by which it may be longer or shorter. */
      jitterFactor: read('WEBHOOK_RETRY_JITTER_FACTOR', number(0, 1), 0.2),
      maxAgeMs: read('WEBHOOK_RETRY_MAX_AGE', duration, 24 * 3_600_000),
      nonRetryableStatusCodes: read(
        'WEBHOOK_RETRY_NON_RETRYABLE_STATUS_CODES',
        listOf(integer(100, 599)),
        [400, 401, 403, 404, 422],
      ),
    },
  };
}
