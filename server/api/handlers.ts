import type { Handlers } from '../generated/index.ts';
import { offerCall } from './call/offerCall.ts';
import type { Call } from './call.ts';
import { archiveChat } from './chat/archiveChat.ts';
import { deleteMessageForEveryone } from './chat/deleteMessageForEveryone.ts';
import { fetchProfilePictureUrl } from './chat/fetchProfilePictureUrl.ts';
import { findChatByRemoteJid } from './chat/findChatByRemoteJid.ts';
import { findChats } from './chat/findChats.ts';
import { findContacts } from './chat/findContacts.ts';
import { findMessages } from './chat/findMessages.ts';
import { findStatusMessage } from './chat/findStatusMessage.ts';
import { getBase64FromMediaMessage } from './chat/getBase64FromMediaMessage.ts';
import { markChatUnread } from './chat/markChatUnread.ts';
import { markMessageAsRead } from './chat/markMessageAsRead.ts';
import { sendPresence } from './chat/sendPresence.ts';
import { updateBlockStatus } from './chat/updateBlockStatus.ts';
import { updateMessage } from './chat/updateMessage.ts';
import { whatsappNumbers } from './chat/whatsappNumbers.ts';
import { findDelivery } from './event/findDelivery.ts';
import { listDeadLetters } from './event/listDeadLetters.ts';
import { listDeliveries } from './event/listDeliveries.ts';
import { listEvents } from './event/listEvents.ts';
import { replayEvents } from './event/replayEvents.ts';
import { requeueDeadLetters } from './event/requeueDeadLetters.ts';
import { retryDelivery } from './event/retryDelivery.ts';
import { sendTestEvent } from './event/sendTestEvent.ts';
import { streamEvents } from './event/streamEvents.ts';
import { acceptInviteCode } from './group/acceptInviteCode.ts';
import { createGroup } from './group/createGroup.ts';
import { fetchAllGroups } from './group/fetchAllGroups.ts';
import { fetchInviteCode } from './group/fetchInviteCode.ts';
import { findGroupInfos } from './group/findGroupInfos.ts';
import { findParticipants } from './group/findParticipants.ts';
import { inviteInfo } from './group/inviteInfo.ts';
import { leaveGroup } from './group/leaveGroup.ts';
import { revokeInviteCode } from './group/revokeInviteCode.ts';
import { sendInvite } from './group/sendInvite.ts';
import { toggleEphemeral } from './group/toggleEphemeral.ts';
import { updateGroupDescription } from './group/updateGroupDescription.ts';
import { updateGroupPicture } from './group/updateGroupPicture.ts';
import { updateGroupSetting } from './group/updateGroupSetting.ts';
import { updateGroupSubject } from './group/updateGroupSubject.ts';
import { updateParticipant } from './group/updateParticipant.ts';
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
import { findLabels } from './label/findLabels.ts';
import { handleLabel } from './label/handleLabel.ts';
import { sendButtons } from './message/sendButtons.ts';
import { sendContact } from './message/sendContact.ts';
import { sendList } from './message/sendList.ts';
import { sendLocation } from './message/sendLocation.ts';
import { sendMedia } from './message/sendMedia.ts';
import { sendPoll } from './message/sendPoll.ts';
import { sendPtv } from './message/sendPtv.ts';
import { sendReaction } from './message/sendReaction.ts';
import { sendStatus } from './message/sendStatus.ts';
import { sendSticker } from './message/sendSticker.ts';
import { sendTemplate } from './message/sendTemplate.ts';
import { sendText } from './message/sendText.ts';
import { sendWhatsAppAudio } from './message/sendWhatsAppAudio.ts';
import { fetchBusinessProfile } from './profile/fetchBusinessProfile.ts';
import { fetchPrivacySettings } from './profile/fetchPrivacySettings.ts';
import { fetchProfile } from './profile/fetchProfile.ts';
import { removeProfilePicture } from './profile/removeProfilePicture.ts';
import { updatePrivacySettings } from './profile/updatePrivacySettings.ts';
import { updateProfileName } from './profile/updateProfileName.ts';
import { updateProfilePicture } from './profile/updateProfilePicture.ts';
import { updateProfileStatus } from './profile/updateProfileStatus.ts';
import { findProxy } from './proxy/findProxy.ts';
import { setProxy } from './proxy/setProxy.ts';
import { findSettings } from './settings/findSettings.ts';
import { setSettings } from './settings/setSettings.ts';
import { createWebhook } from './webhook/createWebhook.ts';
import { deleteWebhook } from './webhook/deleteWebhook.ts';
import { findWebhook } from './webhook/findWebhook.ts';
import { listWebhooks } from './webhook/listWebhooks.ts';
import { rotateWebhookSecret } from './webhook/rotateWebhookSecret.ts';
import { setWebhook } from './webhook/setWebhook.ts';
import { updateWebhook } from './webhook/updateWebhook.ts';
import { findWebsocket } from './websocket/findWebsocket.ts';
import { setWebsocket } from './websocket/setWebsocket.ts';

/** Every operation of the spec; one that is missing, left over or of another type does not compile. */
export const handlers: Handlers<Call> = {
  acceptInviteCode,
  archiveChat,
  connectInstance,
  connectionState,
  createGroup,
  createInstance,
  createWebhook,
  deleteInstance,
  deleteMessageForEveryone,
  deleteWebhook,
  fetchAllGroups,
  fetchBusinessProfile,
  fetchInstances,
  fetchInviteCode,
  fetchPrivacySettings,
  fetchProfile,
  fetchProfilePictureUrl,
  findChatByRemoteJid,
  findChats,
  findContacts,
  findDelivery,
  findGroupInfos,
  findLabels,
  findMessages,
  findParticipants,
  findProxy,
  findSettings,
  findStatusMessage,
  findWebhook,
  findWebsocket,
  getBase64FromMediaMessage,
  getInformation,
  handleLabel,
  inviteInfo,
  leaveGroup,
  listEvents,
  listWebhooks,
  listDeadLetters,
  listDeliveries,
  logoutInstance,
  markChatUnread,
  markMessageAsRead,
  offerCall,
  removeProfilePicture,
  replayEvents,
  requeueDeadLetters,
  restartInstance,
  retryDelivery,
  revokeInviteCode,
  rotateWebhookSecret,
  sendButtons,
  sendContact,
  sendInvite,
  sendList,
  sendLocation,
  sendMedia,
  sendPoll,
  sendPresence,
  sendPtv,
  sendReaction,
  sendStatus,
  sendSticker,
  sendTemplate,
  sendTestEvent,
  sendText,
  sendWhatsAppAudio,
  setPresence,
  setProxy,
  setSettings,
  setWebhook,
  setWebsocket,
  streamEvents,
  toggleEphemeral,
  updateBlockStatus,
  updateGroupDescription,
  updateGroupPicture,
  updateGroupSetting,
  updateGroupSubject,
  updateMessage,
  updateParticipant,
  updatePrivacySettings,
  updateProfileName,
  updateProfilePicture,
  updateProfileStatus,
  updateWebhook,
  verifyCredentials,
  whatsappNumbers,
};
