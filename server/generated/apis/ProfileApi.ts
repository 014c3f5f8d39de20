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

export interface FetchBusinessProfileInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FetchBusinessProfileBody;
}

export interface FetchPrivacySettingsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface FetchProfileInput {
  path: { instance: string };
  query: Record<string, never>;
  body: FetchProfileBody | undefined;
}

export interface RemoveProfilePictureInput {
  path: { instance: string };
  query: Record<string, never>;
  body: undefined;
}

export interface UpdatePrivacySettingsInput {
  path: { instance: string };
  query: Record<string, never>;
  body: UpdatePrivacySettingsBody;
}

export interface UpdateProfileNameInput {
  path: { instance: string };
  query: Record<string, never>;
  body: UpdateProfileNameBody;
}

export interface UpdateProfilePictureInput {
  path: { instance: string };
  query: Record<string, never>;
  body: UpdateProfilePictureBody;
}

export interface UpdateProfileStatusInput {
  path: { instance: string };
  query: Record<string, never>;
  body: UpdateProfileStatusBody;
}

export interface ProfileApi<Context> {
  /** POST /chat/fetchBusinessProfile/{instance}: Tell what a business says of itself */
  fetchBusinessProfile(input: FetchBusinessProfileInput, ctx: Context): Promise<BusinessProfileResult>;
  /** GET /chat/fetchPrivacySettings/{instance}: Tell the privacy settings */
  fetchPrivacySettings(input: FetchPrivacySettingsInput, ctx: Context): Promise<PrivacySettings>;
  /** POST /chat/fetchProfile/{instance}: Tell what somebody shows of themselves */
  fetchProfile(input: FetchProfileInput, ctx: Context): Promise<Profile>;
  /** DELETE /chat/removeProfilePicture/{instance}: Remove the own picture */
  removeProfilePicture(input: RemoveProfilePictureInput, ctx: Context): Promise<UpdateResult>;
  /** POST /chat/updatePrivacySettings/{instance}: Change privacy settings */
  updatePrivacySettings(
    input: UpdatePrivacySettingsInput,
    ctx: Context,
  ): Promise<UpdatePrivacySettingsResponse>;
  /** POST /chat/updateProfileName/{instance}: Change the own name */
  updateProfileName(input: UpdateProfileNameInput, ctx: Context): Promise<UpdateResult>;
  /** POST /chat/updateProfilePicture/{instance}: Change the own picture */
  updateProfilePicture(input: UpdateProfilePictureInput, ctx: Context): Promise<UpdateResult>;
  /** POST /chat/updateProfileStatus/{instance}: Change the own text under the name */
  updateProfileStatus(input: UpdateProfileStatusInput, ctx: Context): Promise<UpdateResult>;
}
