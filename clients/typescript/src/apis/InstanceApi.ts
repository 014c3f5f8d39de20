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
import type { Http } from '../runtime.ts';

export interface ConnectInstanceParams {
  instance: string;
  number?: string;
}

export interface ConnectionStateParams {
  instance: string;
}

export interface CreateInstanceParams {
  body: CreateInstanceBody;
}

export interface DeleteInstanceParams {
  instance: string;
}

export interface FetchInstancesParams {
  instanceName?: string;
  instanceId?: string;
  number?: string;
}

export interface LogoutInstanceParams {
  instance: string;
}

export interface RestartInstanceParams {
  instance: string;
}

export interface SetPresenceParams {
  instance: string;
  body: SetPresenceBody;
}

export class InstanceApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Connect, and get the QR code to scan. GET /instance/connect/{instance} */
  connectInstance(params: ConnectInstanceParams, signal?: AbortSignal): Promise<ConnectResult> {
    return this.#http.request({
      method: 'GET',
      path: '/instance/connect/{instance}',
      params: { instance: params.instance },
      query: { number: params.number },
      signal,
    });
  }

  /** Tell the state of an instance. GET /instance/connectionState/{instance} */
  connectionState(params: ConnectionStateParams, signal?: AbortSignal): Promise<InstanceStateResponse> {
    return this.#http.request({
      method: 'GET',
      path: '/instance/connectionState/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Create an instance. POST /instance/create */
  createInstance(params: CreateInstanceParams, signal?: AbortSignal): Promise<CreatedInstance> {
    return this.#http.request({
      method: 'POST',
      path: '/instance/create',
      params: {},
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Delete an instance and all that is stored for it. DELETE /instance/delete/{instance} */
  deleteInstance(params: DeleteInstanceParams, signal?: AbortSignal): Promise<ActionResult> {
    return this.#http.request({
      method: 'DELETE',
      path: '/instance/delete/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** List instances. GET /instance/fetchInstances */
  fetchInstances(params: FetchInstancesParams = {}, signal?: AbortSignal): Promise<Array<InstanceRow>> {
    return this.#http.request({
      method: 'GET',
      path: '/instance/fetchInstances',
      params: {},
      query: { instanceName: params.instanceName, instanceId: params.instanceId, number: params.number },
      signal,
    });
  }

  /** Unlink the phone, keep the instance. DELETE /instance/logout/{instance} */
  logoutInstance(params: LogoutInstanceParams, signal?: AbortSignal): Promise<ActionResult> {
    return this.#http.request({
      method: 'DELETE',
      path: '/instance/logout/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Close the connection and connect again. POST /instance/restart/{instance} */
  restartInstance(params: RestartInstanceParams, signal?: AbortSignal): Promise<ConnectResult> {
    return this.#http.request({
      method: 'POST',
      path: '/instance/restart/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Show the account as online or offline. POST /instance/setPresence/{instance} */
  setPresence(params: SetPresenceParams, signal?: AbortSignal): Promise<SetPresenceResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/instance/setPresence/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
