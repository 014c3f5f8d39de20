import { type BodyChange, rename } from './fields.ts';

/** The spelling of version 1. */
export const SNAKE_CASE_SETTINGS = {
  reject_call: 'rejectCall',
  msg_call: 'msgCall',
  groups_ignore: 'groupsIgnore',
  always_online: 'alwaysOnline',
  read_messages: 'readMessages',
  read_status: 'readStatus',
  sync_full_history: 'syncFullHistory',
};

export const setSettings: BodyChange = (body) => rename(body, SNAKE_CASE_SETTINGS);
