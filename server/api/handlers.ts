import type { Handlers } from '../generated/index.ts';
import type { Call } from './call.ts';
import { findMessages } from './chat/findMessages.ts';
import { getInformation } from './information/getInformation.ts';
import { verifyCredentials } from './information/verifyCredentials.ts';
import { connectInstance } from './instance/connectInstance.ts';
import { connectionState } from './instance/connectionState.ts';
import { createInstance } from './instance/createInstance.ts';
import { deleteInstance } from './instance/deleteInstance.ts';
import { fetchInstances } from './instance/fetchInstances.ts';
import { logoutInstance } from './instance/logoutInstance.ts';
import { restartInstance } from './instance/restartInstance.ts';
import { setPresence } from './instance/setPresence.ts';
import { sendText } from './message/sendText.ts';
import { findSettings } from './settings/findSettings.ts';
import { setSettings } from './settings/setSettings.ts';
import { findWebhook } from './webhook/findWebhook.ts';
import { setWebhook } from './webhook/setWebhook.ts';
import { findWebsocket } from './websocket/findWebsocket.ts';
import { setWebsocket } from './websocket/setWebsocket.ts';

/** Every operation of the spec; one that is missing, left over or of another type does not compile. */
export const handlers: Handlers<Call> = {
  connectInstance,
  connectionState,
  createInstance,
  deleteInstance,
  fetchInstances,
  findMessages,
  findSettings,
  findWebhook,
  findWebsocket,
  getInformation,
  logoutInstance,
  restartInstance,
  sendText,
  setPresence,
  setSettings,
  setWebhook,
  setWebsocket,
  verifyCredentials,
};
