import { node } from '../wire/nodes.ts';
import type { IqTable } from './answer.ts';

const MAX_UPLOAD = 100 * 1024 * 1024;

/** Server properties by number. 10518: privacy tokens are sent with 1:1 messages. */
const PROPERTIES = { '10518': 'true' };

/** GraphQL-like queries by id: no restriction on writing to new contacts, no cap on messages. */
const MEX_ANSWERS: Record<string, object> = {
  '23983697327930364': { xwa2_fetch_account_reachout_timelock: { is_active: false } },
  '24503548349331633': { xwa2_message_capping_info: { capping_status: 'NONE' } },
};

/** Questions about the server rather than about people. */
export const serverIqs: IqTable = {
  'w:p:get:ping': () => ({}),
  'w:stats::add': () => ({}),
  'urn:xmpp:whatsapp:dirty:set:clean': () => ({}),
  'abt:get:props': () => {
    const entries = Object.entries(PROPERTIES);
    const props = entries.map(([code, value]) => node('prop', { config_code: code, config_value: value }));
    return { content: [node('props', { protocol: 1, hash: 'simulator', refresh: 86_400 }, props)] };
  },
  'w:m:set:media_conn': ({ network }) => {
    const host = { hostname: network.media.address, type: 'primary', maxContentLengthBytes: MAX_UPLOAD };
    const lifetime = { ttl: 3600, auth_ttl: 21_600, max_buckets: 12 };
    return { content: [node('media_conn', { auth: 'simulator', ...lifetime, id: 1 }, [node('host', host)])] };
  },
  'w:mex:get:query': (_session, query) => {
    const data = MEX_ANSWERS[query.attrs.query_id ?? ''] ?? {};
    return { content: [node('result', {}, Buffer.from(JSON.stringify({ data })))] };
  },
  'bot:get:bot': () => ({ content: [node('bot', { v: 2 }, [])] }),
};
