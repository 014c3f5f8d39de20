/** Baileys alone, in a process of its own: it does what its parent asks for, and answers when it is done. */
import '../../../simulator/quiet.ts';
import { type GroupMetadata, WA_CERT_DETAILS } from '@whiskeysockets/baileys';
import { readTrust } from '../../sandbox/simulator-client.ts';
import { linkPhone } from '../links.ts';
import { inParallel } from './parallel.ts';
import type { RawTask } from './raw.ts';
import { createRawAccount, type RawAccount } from './raw-account.ts';
import { loadStates, type RawState, saveStates } from './raw-state.ts';

const simulator = process.env.SIMULATOR ?? '';
const { noiseRoot, socketUrl } = await readTrust(simulator);
WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(noiseRoot, 'hex');

const groups = new Map<string, GroupMetadata>();
const accounts = new Map<string, RawAccount>();

function accountOf(number: string): RawAccount {
  const account = accounts.get(number);
  if (!account) throw new Error(`${number} is not linked`);
  return account;
}

async function link(number: string): Promise<void> {
  const account = createRawAccount({ socketUrl, groups });
  accounts.set(number, account);
  const qr = Promise.withResolvers<string>();
  const opened = account.open(qr.resolve);
  await linkPhone(simulator, number, await qr.promise);
  await opened;
}

async function restore(number: string, state: RawState): Promise<void> {
  const account = createRawAccount({ socketUrl, groups }, state);
  accounts.set(number, account);
  await account.open();
}

const TASKS: { [Do in RawTask['do']]: (task: Extract<RawTask, { do: Do }>) => Promise<unknown> } = {
  link: ({ numbers }) => Promise.all(numbers.map(link)),
  send: ({ number, to, count, concurrency }) =>
    inParallel(count, concurrency, (n) => accountOf(number).send(to[n % to.length] ?? '', `message ${n}`)),
  remember: async ({ number, group }) =>
    groups.set(group, await accountOf(number).socket().groupMetadata(group)),
  save: async ({ file }) =>
    saveStates(
      file,
      Array.from(accounts, ([number, { state }]) => [number, state]),
    ),
  restore: ({ file }) => Promise.all(loadStates(file).map(([number, state]) => restore(number, state))),
  arrived: ({ number, count }) => accountOf(number).arrived(count),
};

process.on('message', async ({ id, task }: { id: number; task: RawTask }) => {
  const work = TASKS[task.do] as (task: RawTask) => Promise<unknown>;
  const done = work(task);
  if (task.do === 'arrived') process.send?.({ id, began: true });
  const error = await done.then(
    () => undefined,
    (reason) => String(reason?.stack ?? reason),
  );
  process.send?.({ id, error });
});
process.send?.({ ready: true });
