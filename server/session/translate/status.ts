import { proto } from '@whiskeysockets/baileys';
import type { MessageStatus } from '../../store/message-status.ts';

const { ERROR, PENDING, SERVER_ACK, DELIVERY_ACK, READ, PLAYED } = proto.WebMessageInfo.Status;

const NAMES = new Map<number, MessageStatus>([
  [ERROR, 'ERROR'],
  [PENDING, 'PENDING'],
  [SERVER_ACK, 'SERVER_ACK'],
  [DELIVERY_ACK, 'DELIVERY_ACK'],
  [READ, 'READ'],
  [PLAYED, 'PLAYED'],
]);

/** The contract's name of WhatsApp's number of a status (wire-contract 6.3). */
export const statusName = (status: number | null | undefined): MessageStatus | undefined =>
  status == null ? undefined : NAMES.get(status);
