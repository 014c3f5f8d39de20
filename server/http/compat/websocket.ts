import { isObject } from '../input.ts';
import { withEventNames } from './events.ts';
import { type BodyChange, omit, pick, rename } from './fields.ts';

const FLAT = ['enabled', 'events'];

export const setWebsocket: BodyChange = (body) => {
  if (isObject(body.websocket)) return { websocket: withEventNames(body.websocket) };
  const flat = pick(body, FLAT);
  return Object.keys(flat).length > 0 ? { websocket: withEventNames(flat) } : body;
};

const CREATE_NAMES = {
  websocketEnabled: 'enabled',
  websocketEvents: 'events',
  websocket_enabled: 'enabled',
  websocket_events: 'events',
};

export const createdWebsocket: BodyChange = (body) => {
  const flat = rename(pick(body, Object.keys(CREATE_NAMES)), CREATE_NAMES);
  const rest = omit(body, Object.keys(CREATE_NAMES));
  const websocket = isObject(body.websocket) ? body.websocket : flat;
  return Object.keys(websocket).length > 0 ? { ...rest, websocket: withEventNames(websocket) } : rest;
};
