import type { Migration } from 'kysely/migration';
import * as instance from './001-instance.ts';
import * as message from './002-message.ts';
import * as event from './003-event.ts';
import * as chat from './004-chat.ts';
import * as messageChange from './005-message-change.ts';
import * as proxy from './010-proxy.ts';
import * as chatPinned from './011-chat-pinned.ts';
import * as messageProgress from './012-message-progress.ts';
import * as disappearing from './013-disappearing.ts';
import * as sending from './014-sending.ts';
import * as encryption from './015-encryption.ts';
import * as historyPart from './016-history-part.ts';
import * as delivery from './017-delivery.ts';

/** Every migration, run in the order of its name. They only add: one that is released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-instance': instance,
  '002-message': message,
  '003-event': event,
  '004-chat': chat,
  '005-message-change': messageChange,
  '010-proxy': proxy,
  '011-chat-pinned': chatPinned,
  '012-message-progress': messageProgress,
  '013-disappearing': disappearing,
  '014-sending': sending,
  '015-encryption': encryption,
  '016-history-part': historyPart,
  '017-delivery': delivery,
};
