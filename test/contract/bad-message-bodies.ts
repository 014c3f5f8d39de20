import type { BadOperations } from './bad-bodies.ts';
import { FIVE_MEGABYTES } from './five-megabytes.ts';

const NUMBER = '15550000001';

/** The bodies that sending must refuse. */
export const BAD_MESSAGES = {
  sendText: {
    wrongType: [{ number: {}, text: ['hi'] }, /number must be a string.*text must be a string/],
    missing: [{ number: NUMBER }, /requires property \\"text\\"/],
    empty: /requires property \\"number\\".*requires property \\"text\\"/,
    huge: [{ number: NUMBER, text: FIVE_MEGABYTES }, /text must have at most 65536 characters/],
  },
  sendMedia: {
    wrongType: [
      { number: NUMBER, mediatype: 'hologram', media: [], delay: 'soon' },
      /mediatype must be one of image, video.*media must be a string.*delay must be an integer/,
    ],
    missing: [{ number: NUMBER, media: 'https://h.test/x' }, /requires property \\"mediatype\\"/],
    empty: /requires property \\"number\\".*requires property \\"mediatype\\"/,
    huge: [
      { number: NUMBER, mediatype: 'image', media: 'https://h.test/x', caption: FIVE_MEGABYTES },
      /caption must have at most 65536 characters/,
    ],
  },
  sendPtv: {
    wrongType: [{ number: NUMBER, video: { url: 'x' } }, /video must be a string/],
    missing: [{ video: 'https://h.test/x' }, /requires property \\"number\\"/],
    empty: /requires property \\"number\\"/,
    huge: [{ number: FIVE_MEGABYTES, video: 'https://h.test/x' }, /number must have at most 100 characters/],
  },
  sendWhatsAppAudio: {
    wrongType: [
      { number: NUMBER, audio: [], encoding: 'perhaps' },
      /audio must be a string.*encoding must be a boolean/,
    ],
    missing: [{ audio: 'https://h.test/x' }, /requires property \\"number\\"/],
    empty: /requires property \\"number\\"/,
    huge: [{ number: FIVE_MEGABYTES, audio: 'https://h.test/x' }, /number must have at most 100 characters/],
  },
  sendSticker: {
    wrongType: [
      { number: NUMBER, sticker: [], quoted: 'it' },
      /sticker must be a string.*quoted must be an object/,
    ],
    missing: [{ sticker: 'https://h.test/x' }, /requires property \\"number\\"/],
    empty: /requires property \\"number\\"/,
    huge: [
      { number: FIVE_MEGABYTES, sticker: 'https://h.test/x' },
      /number must have at most 100 characters/,
    ],
  },
  sendStatus: {
    wrongType: [
      { type: 'song', font: 9, backgroundColor: 'red', statusJidList: '55' },
      /type must be one of text.*backgroundColor is not valid.*font must be at most 5.*statusJidList must be an array/,
    ],
    missing: [{ content: 'hi' }, /requires property \\"type\\"/],
    empty: /requires property \\"type\\"/,
    huge: [
      { type: 'text', content: 'hi', statusJidList: [FIVE_MEGABYTES] },
      /statusJidList\[0\] must have at most 100 characters/,
    ],
  },
  sendLocation: {
    wrongType: [
      { number: NUMBER, latitude: 91, longitude: 'east' },
      /latitude must be at most 90.*longitude must be a number/,
    ],
    missing: [{ number: NUMBER, latitude: 1 }, /requires property \\"longitude\\"/],
    empty: /requires property \\"number\\".*\\"latitude\\".*\\"longitude\\"/,
    huge: [
      { number: NUMBER, latitude: 1, longitude: 1, name: FIVE_MEGABYTES },
      /name must have at most 1000 characters/,
    ],
  },
  sendContact: {
    wrongType: [{ number: NUMBER, contact: ['Ana'] }, /contact\[0\] must be an object/],
    missing: [
      { number: NUMBER, contact: [{ fullName: 'Ana' }] },
      /contact\[0\] requires property \\"phoneNumber\\"/,
    ],
    empty: /requires property \\"number\\".*requires property \\"contact\\"/,
    huge: [
      { number: NUMBER, contact: [{ fullName: FIVE_MEGABYTES, phoneNumber: NUMBER }] },
      /fullName must have at most 255 characters/,
    ],
  },
  sendReaction: {
    wrongType: [{ key: '3EB0A1', reaction: {} }, /key must be an object.*reaction must be a string/],
    missing: [
      { key: { id: '3EB0A1', fromMe: true }, reaction: '👍' },
      /key requires property \\"remoteJid\\"/,
    ],
    empty: /requires property \\"key\\".*requires property \\"reaction\\"/,
    huge: [
      { key: { id: '3EB0A1', fromMe: true, remoteJid: NUMBER }, reaction: FIVE_MEGABYTES },
      /reaction must have at most 64 characters/,
    ],
  },
  sendPoll: {
    wrongType: [
      { number: NUMBER, name: 'n', selectableCount: 11, values: ['a', 'a'] },
      /selectableCount must be at most 10.*values must not have the same item twice/,
    ],
    missing: [{ number: NUMBER, name: 'n', values: ['a', 'b'] }, /requires property \\"selectableCount\\"/],
    empty: /requires property \\"number\\".*\\"name\\".*\\"selectableCount\\".*\\"values\\"/,
    huge: [
      { number: NUMBER, name: FIVE_MEGABYTES, selectableCount: 1, values: ['a', 'b'] },
      /name must have at most 255 characters/,
    ],
  },
  sendList: {
    wrongType: [
      { number: NUMBER, title: 't', buttonText: 'b', sections: [{ title: 't', rows: [] }] },
      /At least one row is required in each section/,
    ],
    missing: [{ number: NUMBER, title: 't', buttonText: 'b' }, /requires property \\"sections\\"/],
    empty: /requires property \\"number\\".*\\"title\\".*\\"buttonText\\".*\\"sections\\"/,
    huge: [
      { number: NUMBER, title: FIVE_MEGABYTES, buttonText: 'b', sections: [] },
      /title must have at most 255 characters/,
    ],
  },
  sendButtons: {
    wrongType: [{ number: NUMBER, buttons: [{ type: 'lever' }] }, /buttons\[0\]\.type must be one of reply/],
    missing: [{ number: NUMBER, title: 't' }, /requires property \\"buttons\\"/],
    empty: /requires property \\"number\\".*requires property \\"buttons\\"/,
    huge: [
      { number: NUMBER, description: FIVE_MEGABYTES, buttons: [{ type: 'reply', displayText: 'Yes' }] },
      /description must have at most 4096 characters/,
    ],
  },
  sendTemplate: {
    wrongType: [{ number: NUMBER, name: 'n', language: {} }, /language must be a string/],
    missing: [{ number: NUMBER, name: 'n' }, /requires property \\"language\\"/],
    empty: /requires property \\"number\\".*\\"name\\".*\\"language\\"/,
    huge: [{ number: NUMBER, name: FIVE_MEGABYTES, language: 'en' }, /name must have at most 512 characters/],
  },
} satisfies BadOperations;
