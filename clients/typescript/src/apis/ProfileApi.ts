// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  BusinessProfileResult,
  FetchBusinessProfileBody,
  FetchProfileBody,
  PrivacySettings,
  Profile,
  UpdatePrivacySettingsBody,
  UpdatePrivacySettingsResponse,
  UpdateProfileNameBody,
  UpdateProfilePictureBody,
  UpdateProfileStatusBody,
  UpdateResult,
} from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface FetchBusinessProfileParams {
  instance: string;
  body: FetchBusinessProfileBody;
}

export interface FetchPrivacySettingsParams {
  instance: string;
}

export interface FetchProfileParams {
  instance: string;
  body?: FetchProfileBody;
}

export interface RemoveProfilePictureParams {
  instance: string;
}

export interface UpdatePrivacySettingsParams {
  instance: string;
  body: UpdatePrivacySettingsBody;
}

export interface UpdateProfileNameParams {
  instance: string;
  body: UpdateProfileNameBody;
}

export interface UpdateProfilePictureParams {
  instance: string;
  body: UpdateProfilePictureBody;
}

export interface UpdateProfileStatusParams {
  instance: string;
  body: UpdateProfileStatusBody;
}

export class ProfileApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Tell what a business says of itself. POST /chat/fetchBusinessProfile/{instance} */
  fetchBusinessProfile(
    params: FetchBusinessProfileParams,
    signal?: AbortSignal,
  ): Promise<BusinessProfileResult> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/fetchBusinessProfile/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Tell the privacy settings. GET /chat/fetchPrivacySettings/{instance} */
  fetchPrivacySettings(params: FetchPrivacySettingsParams, signal?: AbortSignal): Promise<PrivacySettings> {
    return this.#http.request({
      method: 'GET',
      path: '/chat/fetchPrivacySettings/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Tell what somebody shows of themselves. POST /chat/fetchProfile/{instance} */
  fetchProfile(params: FetchProfileParams, signal?: AbortSignal): Promise<Profile> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/fetchProfile/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Remove the own picture. DELETE /chat/removeProfilePicture/{instance} */
  removeProfilePicture(params: RemoveProfilePictureParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'DELETE',
      path: '/chat/removeProfilePicture/{instance}',
      params: { instance: params.instance },
      query: {},
      signal,
    });
  }

  /** Change privacy settings. POST /chat/updatePrivacySettings/{instance} */
  updatePrivacySettings(
    params: UpdatePrivacySettingsParams,
    signal?: AbortSignal,
  ): Promise<UpdatePrivacySettingsResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/updatePrivacySettings/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Change the own name. POST /chat/updateProfileName/{instance} */
  updateProfileName(params: UpdateProfileNameParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/updateProfileName/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Change the own picture. POST /chat/updateProfilePicture/{instance} */
  updateProfilePicture(params: UpdateProfilePictureParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/updateProfilePicture/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** Change the own text under the name. POST /chat/updateProfileStatus/{instance} */
  updateProfileStatus(params: UpdateProfileStatusParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'POST',
      path: '/chat/updateProfileStatus/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }
}
