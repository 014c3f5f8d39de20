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
  /** A list becomes its items with commas between them. */
  query: Record<string, string | number | boolean | string[] | undefined>;
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
    const response = await this.#send(spec);
    return (await bodyOf(response)) as T;
  }

  /** The events of a stream, until it ends; who stops reading them closes the connection. */
  async *stream<T>(spec: RequestSpec): AsyncGenerator<T> {
    const { body } = await this.#send(spec);
    let rest = '';
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) yield JSON.parse(data) as T;
      }
    }
  }

  /** @throws ApiError if the answer is not success */
  async #send(spec: RequestSpec): Promise<Response> {
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
    if (!response.ok) throw new ApiError(response.status, await bodyOf(response));
    return response;
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

function bodyOf(response: Response): Promise<unknown> {
  const isJson = response.headers.get('content-type')?.includes('json');
  return isJson ? response.json() : response.text();
}
