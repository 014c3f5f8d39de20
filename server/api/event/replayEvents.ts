import { insertReplay } from '../../store/replays.ts';
import type { Handler } from '../call.ts';
import { mustBeEnabled, webhookOf, webhooksOf } from './webhooks.ts';
import { windowOf } from './window.ts';

export const replayEvents: Handler<'replayEvents'> = async ({ path, body }, call) => {
  const { instance } = await call.sessions.require(path.instance);
  const webhook = webhookOf(await webhooksOf(call, instance.id), body.webhookId, 'instance.webhookId');
  mustBeEnabled(webhook);
  const window = await windowOf(call.db, instance.id, body);
  const lane = await insertReplay(call.db, webhook.id, instance.id, window);
  call.webhooks.wake(lane);
  return {
    replayId: lane.channel,
    webhookId: webhook.id,
    firstSequence: window.first,
    lastSequence: window.last,
  };
};
