import { upsertWebsocket } from '../../store/websockets.ts';
import type { Handler } from '../call.ts';
import { toWebsocket, toWebsocketValues } from './to-websocket.ts';

export const setWebsocket: Handler<'setWebsocket'> = async ({ path, body }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  return toWebsocket(await upsertWebsocket(db, instance.id, toWebsocketValues(body.websocket)));
};
