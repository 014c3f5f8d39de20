/** A number that WhatsApp does not know, as the contract's 400 lists it (wire-contract 1.3). */
export interface NotOnWhatsApp {
  jid: string;
  exists: false;
  number: string;
}

/** Why the server cannot start or go on, in words for who runs it. */
export class CannotStartError extends Error {
  override readonly name: string = 'CannotStartError';
}

export type ErrorDetail = string | (string | NotOnWhatsApp)[];

/** The reason phrases of the statuses this server answers with. */
export const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  504: 'Gateway Timeout',
} as const;

export type ErrorStatus = keyof typeof REASONS;

/** An answer other than success: thrown anywhere, rendered once, by http/error-handler.ts. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: ErrorStatus;
  readonly detail: ErrorDetail;
  /** Seconds, where it is known when to try again. */
  readonly retryAfter: number | undefined;

  constructor(
    status: ErrorStatus,
    detail: ErrorDetail,
    options: ErrorOptions & { retryAfter?: number } = {},
  ) {
    super(typeof detail === 'string' ? detail : detail.map(describe).join('; '), options);
    this.status = status;
    this.detail = detail;
    this.retryAfter = options.retryAfter;
  }
}

function describe(item: string | NotOnWhatsApp): string {
  return typeof item === 'string' ? item : `${item.number} is not on WhatsApp`;
}

export const badRequest = (...messages: string[]) => new HttpError(400, messages);

/** SDKs compare the message with this very string (wire-contract 1.2). */
export const unauthorized = () => new HttpError(401, 'Unauthorized');

export const forbidden = (...messages: string[]) => new HttpError(403, messages);

export const instanceNotFound = (name: string) =>
  new HttpError(404, [`The "${name}" instance does not exist`]);

export const notOnWhatsApp = (row: NotOnWhatsApp) => new HttpError(400, [row]);

/** WhatsApp has not answered within what a caller can be asked to wait. */
export const timedOut = (...messages: string[]) => new HttpError(504, messages);

/** SDKs look for "Connection Closed" (wire-contract 1.3). */
export const notConnected = (name: string) =>
  badRequest('Error: Connection Closed', `The "${name}" instance is not connected`);
