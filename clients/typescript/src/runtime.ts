// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

export interface ClientOptions {
  /** Where the gateway is served, with its base path if it has one: `https://gw.example/whatsapp`. */
  baseUrl: string;
  /** The global key, or one instance's token. */
  apiKey: string;
  fetch?: typeof globalThis.fetch;
}

export interface RequestSpec {
  method: string;
  path: string;
  params: Record<string, string>;
  query: Record<string, string | number | boolean | undefined>;
  headers?: Record<string, string | undefined>;
  body?: unknown;
  signal: AbortSignal | undefined;
}

/** What the gateway answered instead of success: its status and its body, as the spec's `ErrorEnvelope`. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    super(`HTTP ${status}: ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
  }
}

/** One request of the client: fills the path, sends the key, reads JSON. */
export class Http {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  async request<T>(spec: RequestSpec): Promise<T> {
    const { apiKey, fetch = globalThis.fetch } = this.#options;
    const headers = new Headers({ apikey: apiKey });
    if (spec.body !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(spec.headers ?? {})) {
      if (value !== undefined) headers.set(name, value);
    }
    const response = await fetch(this.#url(spec), {
      method: spec.method,
      headers,
      body: spec.body === undefined ? null : JSON.stringify(spec.body),
      signal: spec.signal ?? null,
    });
    const json = response.headers.get('content-type')?.includes('json');
    const body: unknown = json ? await response.json() : await response.text();
    if (!response.ok) throw new ApiError(response.status, body);
    return body as T;
  }

  #url({ path, params, query }: RequestSpec): URL {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const url = new URL(this.#options.baseUrl.replace(/\/+$/, '') + filled);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }
}
