import type { EventName, Websocket, WebsocketConfig } from '../../generated/index.ts';
import type { WebsocketRecord } from '../../store/schema.ts';
import type { WebsocketValues } from '../../store/websockets.ts';
import { iso } from '../iso.ts';

/** A disabled one keeps no subscription. */
export const toWebsocketValues = ({ enabled, events = [] }: WebsocketConfig): WebsocketValues => ({
  enabled: enabled ? 1 : 0,
  events: enabled ? events : [],
});

export const toWebsocket = (row: WebsocketRecord): Websocket => ({
  id: row.id,
  enabled: row.enabled === 1,
  events: row.events as EventName[],
  createdAt: iso(row.created_at),
  updatedAt: iso(row.updated_at),
  instanceId: row.instance_id,
});
