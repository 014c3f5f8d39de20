import type { Migration } from 'kysely/migration';
import * as instance from './001-instance.ts';
import * as message from './002-message.ts';
import * as event from './003-event.ts';

/** Every migration, run in the order of its name. They only add: one that is released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-instance': instance,
  '002-message': message,
  '003-event': event,
};
