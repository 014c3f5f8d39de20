import type { Phone } from '../../simulator/control-client.ts';

export const BEA = '15550009999';
/** WhatsApp knows him without the ninth digit. */
export const CAIO = '551188887777';

/** What is sent and received before anything is searched, the newest first. */
const OF_BEA = ['out 2', 'in 2', 'in 1', 'out 1'];
export const ALL = ['to Caio', ...OF_BEA];

/** What is known once the messages are there. */
export interface Known {
  bea: Phone;
  /** WhatsApp's id of each message, by its text. */
  ids: Record<string, string>;
}

/** Filters, as clients write them, and what they leave.  */
export const FILTERS: Record<string, [where: (known: Known) => object, left: string[]]> = {
  'what came': [() => ({ key: { fromMe: false } }), ['in 2', 'in 1']],
  'what was sent': [() => ({ key: { fromMe: 'TRUE' } }), ['to Caio', 'out 2', 'out 1']],
  'a chat, by phone JID': [({ bea }) => ({ key: { remoteJid: bea.jid } }), OF_BEA],
  'a chat, by LID': [({ bea }) => ({ key: { remoteJid: bea.lid } }), OF_BEA],
  'a chat, by both': [({ bea }) => ({ key: { remoteJid: bea.jid, remoteJidAlt: bea.lid } }), OF_BEA],
  'a chat, by number': [() => ({ key: { remoteJid: BEA } }), OF_BEA],
  'a chat, by a number as people write it': [
    () => ({ key: { remoteJid: '+55 (11) 98888-7777' } }),
    ['to Caio'],
  ],
  'a chat, by a number as an integer': [() => ({ key: { remoteJid: Number(BEA) } }), OF_BEA],
  'a chat without messages': [() => ({ key: { remoteJid: '15551112222@s.whatsapp.net' } }), []],
  'a chat and a direction': [({ bea }) => ({ key: { remoteJid: bea.jid, fromMe: false } }), ['in 2', 'in 1']],
  'a number left blank, as n8n sends it': [
    () => ({ key: { id: '', remoteJid: '@s.whatsapp.net', participants: '' }, messageType: '', source: '' }),
    ALL,
  ],
  'a message, by its id': [({ ids }) => ({ key: { id: ids['in 2'] } }), ['in 2']],
  'a type that is there': [() => ({ messageType: 'conversation' }), ALL],
  'a type that is not': [() => ({ messageType: 'imageMessage' }), []],
  'a source': [() => ({ source: 'ios' }), []],
  'an hour, by dates': [() => ({ messageTimestamp: { gte: iso(-3600), lte: iso(3600) } }), ALL],
  'an hour, by seconds': [() => ({ messageTimestamp: { gte: now() - 3600, lte: now() + 3600 } }), ALL],
  'an hour, by seconds as text': [() => ({ messageTimestamp: { gte: String(now() - 3600) } }), ALL],
  'what is to come': [() => ({ messageTimestamp: { gte: iso(3600) } }), []],
  'what was long ago': [() => ({ messageTimestamp: { lte: now() - 3600 } }), []],
};

const now = () => Math.floor(Date.now() / 1000);
const iso = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
