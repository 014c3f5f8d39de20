import type { BadOperations } from './bad-bodies.ts';
import { FIVE_MEGABYTES } from './five-megabytes.ts';

const NUMBER = '15550000001';

/** The bodies that changing the profile, labels and calls must refuse. */
export const BAD_PROFILES = {
  updateProfileName: {
    wrongType: [{ name: ['Shop'] }, /name must be a string/],
    missing: [{ nome: 'Shop' }, /requires property \\"name\\"/],
    empty: /requires property \\"name\\"/,
    huge: [{ name: FIVE_MEGABYTES }, /name must have at most 25 characters/],
  },
  updateProfileStatus: {
    wrongType: [{ status: {} }, /status must be a string/],
    missing: [{ text: 'Open' }, /requires property \\"status\\"/],
    empty: /requires property \\"status\\"/,
    huge: [{ status: FIVE_MEGABYTES }, /status must have at most 139 characters/],
  },
  updateProfilePicture: {
    wrongType: [{ picture: {} }, /picture must be a string/],
    missing: [{ image: 'https://h.test/x.png' }, /requires property \\"picture\\"/],
    empty: /requires property \\"picture\\"/,
    huge: [{ picture: FIVE_MEGABYTES }, /Connection Closed|picture/],
  },
  updatePrivacySettings: {
    wrongType: [
      { readreceipts: 'some', online: [] },
      /readreceipts must be one of all, none.*online must be a string|online must be one of/,
    ],
    missing: { because: 'no field of it is required: what is left out stays as it is' },
    empty: /must not be empty/,
    huge: [{ last: FIVE_MEGABYTES }, /last must be one of all/],
  },
  offerCall: {
    wrongType: [
      { number: NUMBER, isVideo: 'perhaps', callDuration: 16 },
      /isVideo must be a boolean.*callDuration must be at most 15/,
    ],
    missing: [{ number: NUMBER }, /requires property \\"callDuration\\"/],
    empty: /requires property \\"number\\".*requires property \\"callDuration\\"/,
    huge: [{ number: FIVE_MEGABYTES, callDuration: 5 }, /number must have at most 100 characters/],
  },
  handleLabel: {
    wrongType: [
      { number: NUMBER, labelId: {}, action: 'paint' },
      /labelId must be a string.*action must be one of add/,
    ],
    missing: [{ number: NUMBER, labelId: '5' }, /requires property \\"action\\"/],
    empty: /requires property \\"number\\".*\\"labelId\\".*\\"action\\"/,
    huge: [
      { number: NUMBER, labelId: FIVE_MEGABYTES, action: 'add' },
      /labelId must have at most 255 characters/,
    ],
  },
} satisfies BadOperations;
