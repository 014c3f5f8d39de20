import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { MESSAGE_COLUMNS } from '../../../server/store/messages.ts';
import { FILLED } from '../filled-folder.ts';

interface Row {
  id: string;
  message: string;
  context_info: string | null;
}

/** What a gateway's database has, read by better-sqlite3 and nothing else. */
export interface SqlPages {
  /** Reads the newest messages, with how many there are and what became of each, as objects. */
  read(): object;
  close(): void;
}

/** @param size of a page, which must be full */
export function openSqlPages(folder: string, size: number): SqlPages {
  const db = new Sqlite(join(folder, 'zapgate.db'), { readonly: true });
  const instance = db.prepare<[string], { id: string; message_count: number }>(
    'select id, message_count from instance where name_key = ?',
  );
  const page = db.prepare<[string, number], Row>(
    `select ${MESSAGE_COLUMNS.join(', ')} from message where instance_id = ?
      order by message_timestamp desc, id desc limit ?`,
  );
  const updates = db.prepare<string[]>(
    `select message_id, status, reason, created_at from message_update
      where message_id in (${Array(size).fill('?')}) and participant is null order by message_id, id`,
  );
  return {
    read() {
      const { id = '', message_count: total = 0 } = instance.get(FILLED) ?? {};
      const rows = page.all(id, size);
      const steps = updates.all(...rows.map((row) => row.id));
      const records = rows.map(({ message, context_info, ...row }) => ({
        ...{ ...row, message: JSON.parse(message) },
        context_info: context_info && JSON.parse(context_info),
      }));
      return { total, records, steps };
    },
    close: () => void db.close(),
  };
}
