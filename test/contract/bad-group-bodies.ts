import type { BadOperations } from './bad-bodies.ts';
import { FIVE_MEGABYTES } from './five-megabytes.ts';

const groupJid = '120363025246125486@g.us';
const HUGE_GROUP = /groupJid must have at most 255 characters/;

/** The bodies that what is done to groups must refuse. */
export const BAD_GROUPS = {
  createGroup: {
    wrongType: [
      { subject: [], participants: '15550000001' },
      /subject must be a string.*participants must be an array/,
    ],
    missing: [{ subject: 'Team' }, /requires property \\"participants\\"/],
    empty: /requires property \\"subject\\".*requires property \\"participants\\"/,
    huge: [{ subject: FIVE_MEGABYTES, participants: ['55'] }, /subject must have at most 100 characters/],
  },
  updateGroupPicture: {
    wrongType: [{ groupJid, image: {} }, /image must be a string/],
    missing: [{ groupJid }, /requires property \\"image\\"/],
    empty: /requires property \\"image\\"/,
    huge: [{ groupJid: FIVE_MEGABYTES, image: 'https://h.test/x.png' }, HUGE_GROUP],
  },
  updateGroupSubject: {
    wrongType: [{ groupJid: {}, subject: [] }, /groupJid must be a string.*subject must be a string/],
    missing: [{ groupJid }, /requires property \\"subject\\"/],
    empty: /requires property \\"subject\\"/,
    huge: [{ groupJid, subject: FIVE_MEGABYTES }, /subject must have at most 100 characters/],
  },
  updateGroupDescription: {
    wrongType: [{ groupJid, description: {} }, /description must be a string/],
    missing: [{ groupJid }, /requires property \\"description\\"/],
    empty: /requires property \\"description\\"/,
    huge: [{ groupJid, description: FIVE_MEGABYTES }, /description must have at most 2048 characters/],
  },
  sendInvite: {
    wrongType: [{ groupJid, description: 'd', numbers: 5 }, /numbers must be an array/],
    missing: [{ groupJid, numbers: ['55'] }, /requires property \\"description\\"/],
    empty: /requires property \\"description\\".*requires property \\"numbers\\"/,
    huge: [
      { groupJid, description: FIVE_MEGABYTES, numbers: ['55'] },
      /description must have at most 4096 characters/,
    ],
  },
  updateParticipant: {
    wrongType: [
      { groupJid, action: 'tickle', participants: [] },
      /action must be one of add.*participants must not be empty/,
    ],
    missing: [{ groupJid, participants: ['55'] }, /requires property \\"action\\"/],
    empty: /requires property \\"action\\".*requires property \\"participants\\"/,
    huge: [
      { groupJid, action: 'add', participants: [FIVE_MEGABYTES] },
      /participants\[0\] must have at most 100 characters/,
    ],
  },
  updateGroupSetting: {
    wrongType: [{ groupJid, action: {} }, /action must be/],
    missing: [{ groupJid }, /requires property \\"action\\"/],
    empty: /requires property \\"action\\"/,
    huge: [{ groupJid, action: FIVE_MEGABYTES }, /action must be one of announcement/],
  },
  toggleEphemeral: {
    wrongType: [{ groupJid, expiration: 3600 }, /expiration must be one of 0, 86400/],
    missing: [{ groupJid }, /requires property \\"expiration\\"/],
    empty: /requires property \\"expiration\\"/,
    huge: [{ groupJid: FIVE_MEGABYTES, expiration: 0 }, HUGE_GROUP],
  },
} satisfies BadOperations;
