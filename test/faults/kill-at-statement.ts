/**
 * Run first in a gateway's process, it kills that process (SIGKILL) just before the statement number `KILL_AT`
 * of those that deal with events and their deliveries, the commits of such statements included.
 */
import Sqlite, { type Statement } from 'better-sqlite3';

const KILL_AT = Number(process.env.KILL_AT);
const OURS = /"(event|delivery|attempt|webhook)"/;
const METHODS = ['run', 'all', 'get'] as const;

const { prepare } = Sqlite.prototype;
let statements = 0;
/** Whether the open transaction has dealt with them. */
let concerned = false;

Sqlite.prototype.prepare = function prepareWatched(this: Sqlite.Database, source: string): Statement {
  const statement = prepare.call(this, source);
  for (const method of METHODS) {
    const execute = statement[method];
    Object.assign(statement, {
      [method](...parameters: unknown[]) {
        count(source);
        return Reflect.apply(execute, statement, parameters);
      },
    });
  }
  return statement;
} as typeof prepare;

function count(source: string): void {
  const isOurs = OURS.test(source);
  const ends = source === 'commit';
  if (isOurs || (ends && concerned)) statements += 1;
  if (statements === KILL_AT) process.kill(process.pid, 'SIGKILL');
  concerned = !ends && (concerned || isOurs);
}
