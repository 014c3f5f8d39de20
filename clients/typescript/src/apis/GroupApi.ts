// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type {
  AcceptedInvite,
  CreateGroupBody,
  GroupInfo,
  GroupMembers,
  GroupMetadata,
  InviteLink,
  LeftGroup,
  RevokedInvite,
  SendInviteBody,
  SentInvite,
  ToggleEphemeralBody,
  ToggleEphemeralResponse,
  UpdateGroupDescriptionBody,
  UpdateGroupPictureBody,
  UpdateGroupSettingBody,
  UpdateGroupSettingResponse,
  UpdateGroupSubjectBody,
  UpdateParticipantBody,
  UpdateParticipantResponse,
  UpdateResult,
} from '../models/index.ts';
import type { Http } from '../runtime.ts';

export interface AcceptInviteCodeParams {
  instance: string;
  inviteCode?: string;
}

export interface CreateGroupParams {
  instance: string;
  body: CreateGroupBody;
}

export interface FetchAllGroupsParams {
  instance: string;
  getParticipants?: boolean;
}

export interface FetchInviteCodeParams {
  instance: string;
  groupJid?: string;
}

export interface FindGroupInfosParams {
  instance: string;
  groupJid?: string;
}

export interface FindParticipantsParams {
  instance: string;
  groupJid?: string;
}

export interface InviteInfoParams {
  instance: string;
  inviteCode?: string;
}

export interface LeaveGroupParams {
  instance: string;
  groupJid?: string;
}

export interface RevokeInviteCodeParams {
  instance: string;
  groupJid?: string;
}

export interface SendInviteParams {
  instance: string;
  groupJid?: string;
  body: SendInviteBody;
}

export interface ToggleEphemeralParams {
  instance: string;
  groupJid?: string;
  body: ToggleEphemeralBody;
}

export interface UpdateGroupDescriptionParams {
  instance: string;
  groupJid?: string;
  body: UpdateGroupDescriptionBody;
}

export interface UpdateGroupPictureParams {
  instance: string;
  groupJid?: string;
  body: UpdateGroupPictureBody;
}

export interface UpdateGroupSettingParams {
  instance: string;
  groupJid?: string;
  body: UpdateGroupSettingBody;
}

export interface UpdateGroupSubjectParams {
  instance: string;
  groupJid?: string;
  body: UpdateGroupSubjectBody;
}

export interface UpdateParticipantParams {
  instance: string;
  groupJid?: string;
  body: UpdateParticipantBody;
}

export class GroupApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Join a group by its invite code. GET /group/acceptInviteCode/{instance} */
  acceptInviteCode(params: AcceptInviteCodeParams, signal?: AbortSignal): Promise<AcceptedInvite> {
    return this.#http.request({
      method: 'GET',
      path: '/group/acceptInviteCode/{instance}',
      params: { instance: params.instance },
      query: { inviteCode: params.inviteCode },
      signal,
    });
  }

  /** Create a group. POST /group/create/{instance} */
  createGroup(params: CreateGroupParams, signal?: AbortSignal): Promise<GroupMetadata> {
    return this.#http.request({
      method: 'POST',
      path: '/group/create/{instance}',
      params: { instance: params.instance },
      query: {},
      body: params.body,
      signal,
    });
  }

  /** List all groups of the account. GET /group/fetchAllGroups/{instance} */
  fetchAllGroups(params: FetchAllGroupsParams, signal?: AbortSignal): Promise<Array<GroupInfo>> {
    return this.#http.request({
      method: 'GET',
      path: '/group/fetchAllGroups/{instance}',
      params: { instance: params.instance },
      query: { getParticipants: params.getParticipants },
      signal,
    });
  }

  /** Tell the invite link of a group. GET /group/inviteCode/{instance} */
  fetchInviteCode(params: FetchInviteCodeParams, signal?: AbortSignal): Promise<InviteLink> {
    return this.#http.request({
      method: 'GET',
      path: '/group/inviteCode/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      signal,
    });
  }

  /** Tell all about a group. GET /group/findGroupInfos/{instance} */
  findGroupInfos(params: FindGroupInfosParams, signal?: AbortSignal): Promise<GroupInfo> {
    return this.#http.request({
      method: 'GET',
      path: '/group/findGroupInfos/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      signal,
    });
  }

  /** List the members of a group. GET /group/participants/{instance} */
  findParticipants(params: FindParticipantsParams, signal?: AbortSignal): Promise<GroupMembers> {
    return this.#http.request({
      method: 'GET',
      path: '/group/participants/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      signal,
    });
  }

  /** Tell which group an invite code is of. GET /group/inviteInfo/{instance} */
  inviteInfo(params: InviteInfoParams, signal?: AbortSignal): Promise<GroupMetadata> {
    return this.#http.request({
      method: 'GET',
      path: '/group/inviteInfo/{instance}',
      params: { instance: params.instance },
      query: { inviteCode: params.inviteCode },
      signal,
    });
  }

  /** Leave a group. DELETE /group/leaveGroup/{instance} */
  leaveGroup(params: LeaveGroupParams, signal?: AbortSignal): Promise<LeftGroup> {
    return this.#http.request({
      method: 'DELETE',
      path: '/group/leaveGroup/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      signal,
    });
  }

  /** Replace the invite link of a group. POST /group/revokeInviteCode/{instance} */
  revokeInviteCode(params: RevokeInviteCodeParams, signal?: AbortSignal): Promise<RevokedInvite> {
    return this.#http.request({
      method: 'POST',
      path: '/group/revokeInviteCode/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      signal,
    });
  }

  /** Send the invite link of a group. POST /group/sendInvite/{instance} */
  sendInvite(params: SendInviteParams, signal?: AbortSignal): Promise<SentInvite> {
    return this.#http.request({
      method: 'POST',
      path: '/group/sendInvite/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }

  /** Let the messages of a group disappear. POST /group/toggleEphemeral/{instance} */
  toggleEphemeral(params: ToggleEphemeralParams, signal?: AbortSignal): Promise<ToggleEphemeralResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/group/toggleEphemeral/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }

  /** Change the description of a group. POST /group/updateGroupDescription/{instance} */
  updateGroupDescription(params: UpdateGroupDescriptionParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'POST',
      path: '/group/updateGroupDescription/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }

  /** Change the picture of a group. POST /group/updateGroupPicture/{instance} */
  updateGroupPicture(params: UpdateGroupPictureParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'POST',
      path: '/group/updateGroupPicture/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }

  /** Change who may send or edit in a group. POST /group/updateSetting/{instance} */
  updateGroupSetting(
    params: UpdateGroupSettingParams,
    signal?: AbortSignal,
  ): Promise<UpdateGroupSettingResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/group/updateSetting/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }

  /** Change the name of a group. POST /group/updateGroupSubject/{instance} */
  updateGroupSubject(params: UpdateGroupSubjectParams, signal?: AbortSignal): Promise<UpdateResult> {
    return this.#http.request({
      method: 'POST',
      path: '/group/updateGroupSubject/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }

  /** Add, remove, promote or demote members. POST /group/updateParticipant/{instance} */
  updateParticipant(
    params: UpdateParticipantParams,
    signal?: AbortSignal,
  ): Promise<UpdateParticipantResponse> {
    return this.#http.request({
      method: 'POST',
      path: '/group/updateParticipant/{instance}',
      params: { instance: params.instance },
      query: { groupJid: params.groupJid },
      body: params.body,
      signal,
    });
  }
}
