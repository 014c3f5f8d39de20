// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  ActionResult,
  ConnectResult,
  CreatedInstance,
  CreateInstanceBody,
  InstanceRow,
  InstanceStateResponse,
  SetPresenceBody,
  SetPresenceResponse,
} from '../models/index.ts';

export interface ConnectInstanceInput {
  path: { instance: string };
  query: { number?: string };
  body: undefined;
}

export interface ConnectionStateInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface CreateInstanceInput {
  path: Record<string, never>;
  query: Record<string, never>;
  body: CreateInstanceBody;
}

export interface DeleteInstanceInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface FetchInstancesInput {
  path: Record<string, never>;
  query: { instanceName?: string; instanceId?: string; number?: string };
  body: undefined;
}

export interface LogoutInstanceInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface RestartInstanceInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface SetPresenceInput {
  path: { instance: string };
  query: Record<string, never>;
  body: SetPresenceBody;
}

export interface InstanceApi<Context> {
  /** GET /instance/connect/{instance}: Connect, and get the QR code to scan */
  connectInstance(input: ConnectInstanceInput, ctx: Context): Promise<ConnectResult>;
  /** GET /instance/connectionState/{instance}: Tell the state of an instance */
  connectionState(input: ConnectionStateInput, ctx: Context): Promise<InstanceStateResponse>;
  /** POST /instance/create: Create an instance */
  createInstance(input: CreateInstanceInput, ctx: Context): Promise<CreatedInstance>;
  /** DELETE /instance/delete/{instance}: Delete an instance and all that is stored for it */
  deleteInstance(input: DeleteInstanceInput, ctx: Context): Promise<ActionResult>;
  /** GET /instance/fetchInstances: List instances */
  fetchInstances(input: FetchInstancesInput, ctx: Context): Promise<Array<InstanceRow>>;
  /** DELETE /instance/logout/{instance}: Unlink the phone, keep the instance */
  logoutInstance(input: LogoutInstanceInput, ctx: Context): Promise<ActionResult>;
  /** POST /instance/restart/{instance}: Close the connection and connect again */
  restartInstance(input: RestartInstanceInput, ctx: Context): Promise<ConnectResult>;
  /** POST /instance/setPresence/{instance}: Show the account as online or offline */
  setPresence(input: SetPresenceInput, ctx: Context): Promise<SetPresenceResponse>;
}
