import type { SetSettingsBody, Settings, SettingsRow } from '../../generated/index.ts';
import type { SettingRow } from '../../store/schema.ts';
import type { SettingPatch } from '../../store/settings.ts';
import { iso } from '../iso.ts';

/** The flags of the settings and the columns that hold them. */
const COLUMNS = {
  rejectCall: 'reject_call',
  groupsIgnore: 'groups_ignore',
  alwaysOnline: 'always_online',
  readMessages: 'read_messages',
  readStatus: 'read_status',
  syncFullHistory: 'sync_full_history',
} as const;

/** The given settings as columns; what is not given is left out. */
export function toSettingPatch(body: SetSettingsBody): SettingPatch {
  const patch: SettingPatch = {};
  for (const [name, column] of Object.entries(COLUMNS)) {
    const value = body[name as keyof typeof COLUMNS];
    if (value !== undefined) patch[column] = value ? 1 : 0;
  }
  if (body.msgCall !== undefined) patch.msg_call = body.msgCall;
  if (body.wavoipToken !== undefined) patch.wavoip_token = body.wavoipToken;
  return patch;
}

/** All settings in both spellings that clients read. */
export function toSettings(row: SettingRow): Settings {
  const camel = values(row);
  return {
    ...camel,
    reject_call: camel.rejectCall,
    msg_call: camel.msgCall,
    groups_ignore: camel.groupsIgnore,
    always_online: camel.alwaysOnline,
    read_messages: camel.readMessages,
    read_status: camel.readStatus,
    sync_full_history: camel.syncFullHistory,
  };
}

/** The settings as fetchInstances lists them. */
export function toSettingsRow(row: SettingRow): SettingsRow {
  return {
    id: row.id,
    ...values(row),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    instanceId: row.instance_id,
  };
}

function values(row: SettingRow): Required<SetSettingsBody> {
  return {
    rejectCall: row.reject_call === 1,
    msgCall: row.msg_call,
    groupsIgnore: row.groups_ignore === 1,
    alwaysOnline: row.always_online === 1,
    readMessages: row.read_messages === 1,
    readStatus: row.read_status === 1,
    syncFullHistory: row.sync_full_history === 1,
    wavoipToken: row.wavoip_token,
  };
}
