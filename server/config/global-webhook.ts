import { EventName } from '../generated/index.ts';
import { boolean, listOf, text, url } from './kinds.ts';
import { webhookSecret } from './values.ts';
import { ConfigError, type ReadVariable } from './variable.ts';

const MOST_SECRETS = 2;

/** Where all events of all instances go, beside their own webhooks (wire-contract 3.4 and 5). */
export function globalWebhook(read: ReadVariable) {
  const enabled = read('WEBHOOK_GLOBAL_ENABLED', boolean, false);
  const address = read('WEBHOOK_GLOBAL_URL', enabled ? url('http', 'https') : text, '');
  if (enabled && address === '')
    throw new ConfigError('WEBHOOK_GLOBAL_ENABLED', 'true', {
      expected: 'false, or WEBHOOK_GLOBAL_URL must be set',
    });
  return {
    enabled,
    url: address,
    byEvents: read('WEBHOOK_GLOBAL_WEBHOOK_BY_EVENTS', boolean, false),
    base64: read('WEBHOOK_GLOBAL_BASE64', boolean, false),
    events: EventName.filter((name) => isWanted(name, read)),
    /** The new one, and where there are two, the one before it. */
    secrets: read('WEBHOOK_GLOBAL_SECRET', secrets, []),
  };
}

/** The one event whose variable is not called as it is elsewhere. */
const OTHER_NAMES: Partial<Record<EventName, string>> = { GROUP_UPDATE: 'GROUPS_UPDATE' };

function isWanted(name: EventName, read: ReadVariable): boolean {
  const other = OTHER_NAMES[name] ?? name;
  return read(`WEBHOOK_EVENTS_${name}`, boolean, false) || read(`WEBHOOK_EVENTS_${other}`, boolean, false);
}

const oneOrMore = listOf(webhookSecret);

const secrets: typeof oneOrMore = {
  expected: `${webhookSecret.expected}; or two of them with a comma between, the new one first`,
  isSecret: true,
  parse: (given) => {
    const parsed = oneOrMore.parse(given);
    return parsed && parsed.length <= MOST_SECRETS ? parsed : undefined;
  },
};
