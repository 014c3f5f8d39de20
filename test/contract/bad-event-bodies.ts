import type { BadOperations } from './bad-bodies.ts';
import { FIVE_MEGABYTES } from './five-megabytes.ts';

const MEANS_ALL = { because: 'what it does not name, it means all of' };
const MEANS_MAIN = { because: 'without a webhook it means the main one' };
const HUGE_ID = /webhookId must have at most 100 characters/;

/** The bodies that what is done with the log of events must refuse. */
export const BAD_EVENTS = {
  replayEvents: {
    wrongType: [
      { webhookId: [], after: 7, from: 'noon' },
      /webhookId must be a string.*after must be a valid uuid.*from must be a valid date-time/,
    ],
    missing: [{ from: '2025-03-04T00:00:00Z' }, /requires property \\"webhookId\\"/],
    empty: /requires property \\"webhookId\\"/,
    huge: [{ webhookId: FIVE_MEGABYTES }, HUGE_ID],
  },
  requeueDeadLetters: {
    wrongType: [
      { webhookId: {}, deliveryIds: ['one'] },
      /webhookId must be a string.*deliveryIds\[0\] is not valid/,
    ],
    missing: MEANS_ALL,
    empty: MEANS_ALL,
    huge: [{ webhookId: FIVE_MEGABYTES }, HUGE_ID],
  },
  sendTestEvent: {
    wrongType: [{ webhookId: [] }, /webhookId must be a string/],
    missing: MEANS_MAIN,
    empty: MEANS_MAIN,
    huge: [{ webhookId: FIVE_MEGABYTES }, HUGE_ID],
  },
} satisfies BadOperations;
