// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  ConnectionStatus,
  InstanceCounts,
  InstanceHealth,
  InstanceProxyRow,
  Integration,
  LegacyInstance,
  SettingsRow,
  Websocket,
} from './index.ts';

/** An instance. The nested `instance` says the same in the words of older clients. */
export interface InstanceRow {
  id: string;
  /** The name used in paths. */
  name: string;
  connectionStatus: ConnectionStatus;
  /** JID of the linked account. Null until one was linked. */
  ownerJid: string | null;
  /** Name of the linked account. */
  profileName: string | null;
  /** Address of its picture. */
  profilePicUrl: string | null;
  integration: Integration;
  /** The number given at creation. */
  number: string | null;
  /** As given at creation. */
  businessId: string | null;
  /** Its key. Null unless the server is told to show it. */
  token: string | null;
  /** Name of this installation. */
  clientName: string;
  /** Code of the last final disconnection. */
  disconnectionReasonCode: number | null;
  /** Its error, as JSON text. */
  disconnectionObject: string | null;
  /** Its time. */
  disconnectionAt: string | null;
  createdAt: string;
  updatedAt: string;
  health?: InstanceHealth;
  Websocket?: Websocket;
  Proxy: InstanceProxyRow | null;
  Setting: SettingsRow;
  _count: InstanceCounts;
  instance: LegacyInstance;
}
