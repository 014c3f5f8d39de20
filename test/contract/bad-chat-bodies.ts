import type { BadOperations } from './bad-bodies.ts';
import { FIVE_MEGABYTES } from './five-megabytes.ts';

const NUMBER = '15550000001';
const KEY = { id: '3EB0A1', fromMe: true, remoteJid: NUMBER };
const FINDS_ALL = { because: 'without filters it finds all' };
const IS_OWN = { because: 'without a number it means the account itself' };

/** The bodies that what is done in chats, to the profile, and with labels and calls must refuse. */
export const BAD_CHATS = {
  whatsappNumbers: {
    wrongType: [{ numbers: [{}, 5] }, /numbers\[0\] must be a string/],
    missing: [{ number: [] }, /requires property \\"numbers\\"|numbers must not be empty/],
    empty: /requires property \\"numbers\\"/,
    huge: [{ numbers: [FIVE_MEGABYTES] }, /numbers\[0\] must have at most 100 characters/],
  },
  markMessageAsRead: {
    wrongType: [{ readMessages: ['3EB0A1'] }, /readMessages\[0\] must be an object/],
    missing: [{ readMessages: [{ id: '3EB0A1' }] }, /\[0\] requires property \\"fromMe\\".*\\"remoteJid\\"/],
    empty: /requires property \\"readMessages\\"/,
    huge: [{ readMessages: [{ ...KEY, id: FIVE_MEGABYTES }] }, /id must have at most 255 characters/],
  },
  markChatUnread: {
    wrongType: [{ lastMessage: 'the last one' }, /lastMessage must be an object/],
    missing: [
      { lastMessage: { key: { id: '3EB0A1' } } },
      /key requires property \\"fromMe\\".*\\"remoteJid\\"/,
    ],
    empty: /must not be empty/,
    huge: [{ chat: FIVE_MEGABYTES }, /chat must have at most 255 characters/],
  },
  archiveChat: {
    wrongType: [{ chat: {}, archive: 'perhaps' }, /chat must be a string.*archive must be a boolean/],
    missing: [{ chat: NUMBER }, /requires property \\"archive\\"/],
    empty: /requires property \\"archive\\"/,
    huge: [{ chat: FIVE_MEGABYTES, archive: true }, /chat must have at most 255 characters/],
  },
  deleteMessageForEveryone: {
    wrongType: [{ ...KEY, id: [], fromMe: 'perhaps' }, /id must be a string.*fromMe must be a boolean/],
    missing: [{ id: '3EB0A1' }, /requires property \\"fromMe\\".*requires property \\"remoteJid\\"/],
    empty: /requires property \\"id\\".*\\"fromMe\\".*\\"remoteJid\\"/,
    huge: [{ ...KEY, id: FIVE_MEGABYTES }, /id must have at most 255 characters/],
  },
  updateMessage: {
    wrongType: [{ number: NUMBER, text: {}, key: KEY }, /text must be a string/],
    missing: [{ number: NUMBER, text: 'hi' }, /requires property \\"key\\"/],
    empty: /requires property \\"number\\".*\\"text\\".*\\"key\\"/,
    huge: [{ number: NUMBER, text: FIVE_MEGABYTES, key: KEY }, /text must have at most 65536 characters/],
  },
  sendPresence: {
    wrongType: [
      { number: NUMBER, presence: 'dancing', delay: 'long' },
      /presence must be one of unavailable.*delay must be an integer/,
    ],
    missing: [{ number: NUMBER }, /requires property \\"presence\\"/],
    empty: /requires property \\"number\\".*requires property \\"presence\\"/,
    huge: [{ number: FIVE_MEGABYTES, presence: 'paused' }, /number must have at most 100 characters/],
  },
  updateBlockStatus: {
    wrongType: [{ number: NUMBER, status: 'perhaps' }, /status must be one of block, unblock/],
    missing: [{ number: NUMBER }, /requires property \\"status\\"/],
    empty: /requires property \\"number\\".*requires property \\"status\\"/,
    huge: [{ number: FIVE_MEGABYTES, status: 'block' }, /number must have at most 100 characters/],
  },
  fetchProfilePictureUrl: {
    wrongType: [{ number: {} }, /number must be a string/],
    missing: IS_OWN,
    empty: IS_OWN,
    huge: [{ number: FIVE_MEGABYTES }, /number must have at most 100 characters/],
  },
  getBase64FromMediaMessage: {
    wrongType: [
      { message: [], convertToMp4: 'perhaps' },
      /message must be an object.*convertToMp4 must be a boolean/,
    ],
    missing: [{ message: { key: {} } }, /message\.key requires property \\"id\\"/],
    empty: /requires property \\"message\\"/,
    huge: [{ message: { key: { id: FIVE_MEGABYTES } } }, /key\.id must have at most 255 characters/],
  },
  findContacts: {
    wrongType: [{ where: [], page: 0 }, /where must be an object.*page must be at least 1/],
    missing: FINDS_ALL,
    empty: FINDS_ALL,
    huge: [{ where: { pushName: FIVE_MEGABYTES } }, /where\.pushName must have at most 255 characters/],
  },
  findMessages: {
    wrongType: [
      { page: 'first', where: { key: [] } },
      /where\.key must be an object.*page must be an integer/,
    ],
    missing: FINDS_ALL,
    empty: FINDS_ALL,
    huge: [{ where: { id: FIVE_MEGABYTES } }, /where\.id must have at most 255 characters/],
  },
  findStatusMessage: {
    wrongType: [
      { where: { status: 'LOST', fromMe: 'perhaps' } },
      /where\.fromMe must be a boolean.*where\.status must be one of ERROR/,
    ],
    missing: FINDS_ALL,
    empty: FINDS_ALL,
    huge: [{ where: { id: FIVE_MEGABYTES } }, /where\.id must have at most 255 characters/],
  },
  findChats: {
    wrongType: [{ where: 7, take: 1001 }, /where must be an object.*take must be at most 1000/],
    missing: FINDS_ALL,
    empty: FINDS_ALL,
    huge: [{ where: { remoteJid: FIVE_MEGABYTES } }, /where\.remoteJid must have at most 255 characters/],
  },
  fetchBusinessProfile: {
    wrongType: [{ number: [] }, /number must be a string/],
    missing: [{ name: 'Shop' }, /requires property \\"number\\"/],
    empty: /requires property \\"number\\"/,
    huge: [{ number: FIVE_MEGABYTES }, /number must have at most 100 characters/],
  },
  fetchProfile: {
    wrongType: [{ number: {} }, /number must be a string/],
    missing: IS_OWN,
    empty: IS_OWN,
    huge: [{ number: FIVE_MEGABYTES }, /number must have at most 100 characters/],
  },
} satisfies BadOperations;
