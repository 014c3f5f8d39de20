import type { Measure } from '../measure.ts';
import { groupFirst, groupSend } from './group-send.ts';
import { http } from './http.ts';
import { instances } from './instances.ts';
import { queries } from './queries.ts';
import { receiveGroup, receiveOne } from './receive.ts';
import { send, sendWithWebhook } from './send.ts';
import { start } from './start.ts';
import { webhooks } from './webhooks.ts';

/** In the order of the table. */
export const MEASURES: Measure[] = [
  ...[send, sendWithWebhook, groupSend, groupFirst, receiveOne, receiveGroup],
  ...[http, queries, webhooks, start, instances],
];
