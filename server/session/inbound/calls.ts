import type { WACallEvent } from '@whiskeysockets/baileys';
import type { CallStatus } from '../../generated/index.ts';
import { learn, shownJids } from '../identity.ts';
import type { Handle } from './scene.ts';

const TOLD: string[] = [
  'offer',
  'ringing',
  'timeout',
  'reject',
  'accept',
  'terminate',
] satisfies CallStatus[];

/** A call and what becomes of it; how its connection is negotiated is told to nobody. */
export const onCalls: Handle<'call'> = async ({ tx, instanceId }, calls) => {
  const call = calls.find(({ status }) => TOLD.includes(status));
  if (!call) return [];
  await learn(tx, instanceId, [[call.from, call.callerPn]]);
  const shown = await shownJids(tx, instanceId, [call.chatId, call.from]);
  return [{ type: 'call', data: toCallData(call, shown) }];
};

function toCallData(call: WACallEvent, shown: (jid: string) => string) {
  const { id, date, offline, isVideo = false, isGroup = false, groupJid } = call;
  return {
    ...{ chatId: shown(call.chatId), from: shown(call.from), id, offline, isVideo, isGroup },
    date: date.toISOString(),
    status: call.status as CallStatus,
    ...(groupJid && { groupJid }),
  };
}
