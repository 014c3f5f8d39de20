import type { proto } from '@whiskeysockets/baileys';
import type { Account } from '../accounts/account.ts';
import { accountOf } from '../network.ts';
import { accountJid } from '../wire/jids.ts';
import type { Phone } from './phone.ts';

/** A setting as it was last changed, by the phone or a companion. The index says what it is and of what. */
export type Setting = { readonly index: string[]; readonly value: proto.ISyncActionValue };

/** What the user of a phone has set for a chat. `labels` are ids. */
export type ChatSettings = {
  jid: string;
  archived: boolean;
  unread: boolean;
  muted: boolean;
  pinned: boolean;
  labels: string[];
};

/** How a setting shows on its chat, by the first part of its index. */
const CHAT_SETTINGS: Record<string, (chat: ChatSettings, setting: Setting) => void> = {
  archive: (chat, { value }) => {
    chat.archived = value.archiveChatAction?.archived ?? false;
  },
  markChatAsRead: (chat, { value }) => {
    chat.unread = value.markChatAsReadAction?.read === false;
  },
  mute: (chat, { value }) => {
    chat.muted = value.muteAction?.muted ?? false;
  },
  pin_v1: (chat, { value }) => {
    chat.pinned = value.pinAction?.pinned ?? false;
  },
  label_jid: (chat, { index, value }) => {
    if (value.labelAssociationAction?.labeled) chat.labels.push(index[1] ?? '');
  },
};

/** Notes a change. What was changed last comes last. */
export function noteSetting(phone: Phone, setting: Setting): void {
  const key = JSON.stringify(setting.index);
  phone.settings.delete(key);
  phone.settings.set(key, setting);
  const name = setting.value.pushNameSetting?.name;
  if (name) phone.account.name = name;
}

/** Whether somebody is in the phone's address book. */
export function isContact(phone: Phone, other: Account): boolean {
  return contactsOf(phone).some(({ jid }) => accountOf(phone.network, jid) === other);
}

/** People are named by phone number where they are known. */
function shownJid({ network }: Phone, jid = ''): string {
  const account = accountOf(network, jid);
  return account ? accountJid(account) : jid;
}

function settingsOf(phone: Phone, kind: string): Setting[] {
  return [...phone.settings.values()].filter(({ index }) => index[0] === kind);
}

/** A contact that was removed is left without a name. */
function contactsOf(phone: Phone) {
  return settingsOf(phone, 'contact').flatMap(({ index, value: { contactAction } }) => {
    const name = contactAction?.fullName || contactAction?.firstName;
    return name ? [{ jid: shownJid(phone, index[1]), name }] : [];
  });
}

function labelsOf(phone: Phone) {
  return settingsOf(phone, 'label_edit').flatMap(({ index, value: { labelEditAction } }) => {
    if (!labelEditAction || labelEditAction.deleted) return [];
    return [{ id: index[1] ?? '', name: labelEditAction.name ?? '', color: labelEditAction.color ?? 0 }];
  });
}

function chatsOf(phone: Phone): ChatSettings[] {
  const chats = new Map<string, ChatSettings>();
  for (const setting of phone.settings.values()) {
    const [kind = '', first, second] = setting.index;
    const apply = CHAT_SETTINGS[kind];
    if (!apply) continue;
    const jid = shownJid(phone, kind === 'label_jid' ? second : first);
    const none = { jid, archived: false, unread: false, muted: false, pinned: false, labels: [] };
    const chat = chats.get(jid) ?? none;
    chats.set(jid, chat);
    apply(chat, setting);
  }
  return [...chats.values()];
}

/** All settings the phone knows, its own and what companions made of them. */
export function describeSettings(phone: Phone) {
  const [pushName] = settingsOf(phone, 'setting_pushName');
  return {
    pushName: pushName?.value.pushNameSetting?.name ?? null,
    labels: labelsOf(phone),
    contacts: contactsOf(phone),
    chats: chatsOf(phone),
  };
}
