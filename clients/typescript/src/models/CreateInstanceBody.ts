// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { Integration, ProxyProtocol, WebhookConfig, WebsocketConfig } from './index.ts';

/** A new instance. Everything but the name may be left out. */
export interface CreateInstanceBody {
  /** The name that stands in the paths of the other operations. White space around it is removed; then it has
1 to 255 characters, none of them a control character or one of `/ \ ? # %`, and it is none of `.`,
`..`, `__proto__`, `constructor` and `prototype`.
 */
  instanceName: string;
  /** Connect at once and answer with the first QR code. */
  qrcode?: boolean;
  /** Phone number of the account, with its country code. It brings a pairing code as well. */
  number?: string;
  /** The key of this instance. Left out, one is made up. No two instances may share one. */
  token?: string;
  integration?: Integration;
  /** Stored and shown again. */
  businessId?: string;
  /** Stored and shown again. */
  wavoipToken?: string;
  /** Reject incoming calls. */
  rejectCall?: boolean;
  /** Text that a rejected caller gets. */
  msgCall?: string;
  /** Drop everything that happens in groups. */
  groupsIgnore?: boolean;
  /** Keep showing the account as online. */
  alwaysOnline?: boolean;
  /** Mark every incoming message as read. */
  readMessages?: boolean;
  /** Mark every status update as seen. */
  readStatus?: boolean;
  /** Ask for the whole history when linking. */
  syncFullHistory?: boolean;
  /** A proxy to reach WhatsApp through. It is used where port and protocol are given too, and is tried before
the instance is created.
 */
  proxyHost?: string;
  /** Port of the proxy. */
  proxyPort?: string;
  proxyProtocol?: ProxyProtocol;
  /** User name at the proxy. */
  proxyUsername?: string;
  /** Password at the proxy. */
  proxyPassword?: string;
  webhook?: WebhookConfig;
  websocket?: WebsocketConfig;
}
