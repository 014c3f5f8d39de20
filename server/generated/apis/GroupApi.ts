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

export interface AcceptInviteCodeInput {
  path: { instance: string };
  query: { inviteCode?: string };
  body: undefined;
}

export interface CreateGroupInput {
  path: { instance: string };
  query: Record<string, never>;
  body: CreateGroupBody;
}

export interface FetchAllGroupsInput {
  path: { instance: string };
  query: { getParticipants?: boolean };
  body: undefined;
}

export interface FetchInviteCodeInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: undefined;
}

export interface FindGroupInfosInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: undefined;
}

export interface FindParticipantsInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: undefined;
}

export interface InviteInfoInput {
  path: { instance: string };
  query: { inviteCode?: string };
  body: undefined;
}

export interface LeaveGroupInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: undefined;
}

export interface RevokeInviteCodeInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: undefined;
}

export interface SendInviteInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: SendInviteBody;
}

export interface ToggleEphemeralInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: ToggleEphemeralBody;
}

export interface UpdateGroupDescriptionInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: UpdateGroupDescriptionBody;
}

export interface UpdateGroupPictureInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: UpdateGroupPictureBody;
}

export interface UpdateGroupSettingInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: UpdateGroupSettingBody;
}

export interface UpdateGroupSubjectInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: UpdateGroupSubjectBody;
}

export interface UpdateParticipantInput {
  path: { instance: string };
  query: { groupJid?: string };
  body: UpdateParticipantBody;
}

export interface GroupApi<Context> {
  /** GET /group/acceptInviteCode/{instance}: Join a group by its invite code */
  acceptInviteCode(input: AcceptInviteCodeInput, ctx: Context): Promise<AcceptedInvite>;
  /** POST /group/create/{instance}: Create a group */
  createGroup(input: CreateGroupInput, ctx: Context): Promise<GroupMetadata>;
  /** GET /group/fetchAllGroups/{instance}: List all groups of the account */
  fetchAllGroups(input: FetchAllGroupsInput, ctx: Context): Promise<Array<GroupInfo>>;
  /** GET /group/inviteCode/{instance}: Tell the invite link of a group */
  fetchInviteCode(input: FetchInviteCodeInput, ctx: Context): Promise<InviteLink>;
  /** GET /group/findGroupInfos/{instance}: Tell all about a group */
  findGroupInfos(input: FindGroupInfosInput, ctx: Context): Promise<GroupInfo>;
  /** GET /group/participants/{instance}: List the members of a group */
  findParticipants(input: FindParticipantsInput, ctx: Context): Promise<GroupMembers>;
  /** GET /group/inviteInfo/{instance}: Tell which group an invite code is of */
  inviteInfo(input: InviteInfoInput, ctx: Context): Promise<GroupMetadata>;
  /** DELETE /group/leaveGroup/{instance}: Leave a group */
  leaveGroup(input: LeaveGroupInput, ctx: Context): Promise<LeftGroup>;
  /** POST /group/revokeInviteCode/{instance}: Replace the invite link of a group */
  revokeInviteCode(input: RevokeInviteCodeInput, ctx: Context): Promise<RevokedInvite>;
  /** POST /group/sendInvite/{instance}: Send the invite link of a group */
  sendInvite(input: SendInviteInput, ctx: Context): Promise<SentInvite>;
  /** POST /group/toggleEphemeral/{instance}: Let the messages of a group disappear */
  toggleEphemeral(input: ToggleEphemeralInput, ctx: Context): Promise<ToggleEphemeralResponse>;
  /** POST /group/updateGroupDescription/{instance}: Change the description of a group */
  updateGroupDescription(input: UpdateGroupDescriptionInput, ctx: Context): Promise<UpdateResult>;
  /** POST /group/updateGroupPicture/{instance}: Change the picture of a group */
  updateGroupPicture(input: UpdateGroupPictureInput, ctx: Context): Promise<UpdateResult>;
  /** POST /group/updateSetting/{instance}: Change who may send or edit in a group */
  updateGroupSetting(input: UpdateGroupSettingInput, ctx: Context): Promise<UpdateGroupSettingResponse>;
  /** POST /group/updateGroupSubject/{instance}: Change the name of a group */
  updateGroupSubject(input: UpdateGroupSubjectInput, ctx: Context): Promise<UpdateResult>;
  /** POST /group/updateParticipant/{instance}: Add, remove, promote or demote members */
  updateParticipant(input: UpdateParticipantInput, ctx: Context): Promise<UpdateParticipantResponse>;
}
