import { findWebsocket as findRow } from '../../store/websockets.ts';
import type { Handler } from '../call.ts';
import { toWebsocket } from './to-websocket.ts';

export const findWebsocket: Handler<'findWebsocket'> = async ({ path }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const row = await findRow(db, instance.id);
  return row ? toWebsocket(row) : { enabled: false, events: [] };
};
