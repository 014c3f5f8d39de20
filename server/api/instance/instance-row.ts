import type { ConnectionStatus, InstanceRow, Integration, LegacyInstance } from '../../generated/index.ts';
import type { ListedInstance } from '../../store/instances.ts';
import type { Call } from '../call.ts';
import { iso } from '../iso.ts';
import { toInstanceProxyRow } from '../proxy/to-proxy.ts';
import { toSettingsRow } from '../settings/to-settings.ts';
import { toWebsocket } from '../websocket/to-websocket.ts';
import { connectionStatus } from './connection-status.ts';

/** An instance as fetchInstances lists it; its state is the session's own, not what was last written down. */
export function toInstanceRow(row: ListedInstance, { sessions, tokens, config }: Call): InstanceRow {
  const session = sessions.of(row);
  const status = connectionStatus(session.state());
  const health = session.health();
  const token = tokens.shown(row);
  return {
    id: row.id,
    name: row.name,
    connectionStatus: status,
    ownerJid: row.owner_jid,
    profileName: row.profile_name,
    profilePicUrl: row.profile_pic_url,
    integration: row.integration as Integration,
    number: row.number,
    businessId: row.business_id,
    token,
    clientName: config.instances.clientName,
    disconnectionReasonCode: row.disconnection_code,
    disconnectionObject: row.disconnection_object,
    disconnectionAt: row.disconnection_at === null ? null : iso(row.disconnection_at),
    createdAt: iso(row.created_at),
    updatedAt: iso(row.updated_at),
    ...(health && { health }),
    ...(row.websocket && { Websocket: toWebsocket(row.websocket) }),
    Proxy: row.proxy && toInstanceProxyRow(row.proxy),
    Setting: toSettingsRow(row.setting),
    _count: { Message: row.message_count, Contact: row.contact_count, Chat: row.chat_count },
    instance: legacyInstance(row, status, token, config.server.url),
  };
}

/** The same in the words of version 1 (wire-contract 2.1). */
function legacyInstance(
  row: ListedInstance,
  status: ConnectionStatus,
  token: string | null,
  serverUrl: string,
): LegacyInstance {
  return {
    instanceName: row.name,
    instanceId: row.id,
    owner: row.owner_jid,
    profileName: row.profile_name,
    profilePictureUrl: row.profile_pic_url,
    profileStatus: null,
    status,
    serverUrl,
    apikey: token,
    integration: { integration: row.integration as Integration, webhook_wa_business: null },
  };
}
