import type { ConnectionState, Contact, WASocket } from '@whiskeysockets/baileys';
import type { Owner } from './announce.ts';
import { isLinked } from './auth-state.ts';
import { type Confirmations, createConfirmations } from './confirmations.ts';
import { createDecryptionWatch } from './decryption.ts';
import { createDecryptionCount } from './decryption-count.ts';
import { createGroupMemory, type GroupMemory } from './groups/memory.ts';
import { learnMembers } from './groups/people.ts';
import { createPast } from './inbound/past-parts.ts';
import type { InboundOptions } from './inbound/scene.ts';
import { createInbound, type Inbound } from './inbound.ts';
import { createLiveness, type Liveness } from './liveness.ts';
import type { SessionDependencies } from './options.ts';
import { createPastSource } from './past-source.ts';
import { createRoute, type Route } from './proxy/route.ts';
import { createReactions } from './reactions.ts';
import { renewKeys } from './renew-keys.ts';
import { recordRefusal } from './send/refusal.ts';
import { openSocket, type SocketEvents } from './socket.ts';

/** One socket to WhatsApp, with the credentials it runs on and what it records. */
export interface Link {
  socket: WASocket;
  groups: GroupMemory;
  confirmations: Confirmations;
  /** The proxy that everything of this account goes by, if any. */
  route: Route | undefined;
  /** Whether a phone has linked its credentials. */
  linked(): boolean;
  /** The account. The socket's own `user` is what it was when the socket was made. */
  me(): Contact | undefined;
  liveness: Liveness;
  /** Resolves when all that has come so far is recorded. */
  flushed(): Promise<void>;
}

export interface LinkHandlers {
  connection(update: Partial<ConnectionState>): Promise<void>;
  profileName(name: string): Promise<void>;
}

/** What the caller of the API wants beside what is stored. */
export interface LinkWishes {
  /** Show the account as online or not; undefined leaves it to the settings. */
  online: boolean | undefined;
}

/** Opens a socket on the stored credentials, or on fresh ones where no phone has linked yet. */
export async function openLink(
  deps: SessionDependencies,
  owner: Owner,
  handlers: LinkHandlers,
  { online }: LinkWishes,
): Promise<Link> {
  const instanceId = owner.id;
  const settings = await deps.settings.of(instanceId);
  const watch = createDecryptionWatch();
  const auth = await deps.auth.load(instanceId, (write) => inbound.commitKeys(write));
  const options: InboundOptions = {
    ...{ owner, record: deps.record },
    creds: () => auth.creds,
    settings: () => deps.settings.of(instanceId),
    currentDecryption: watch.current,
    membersOf: (group) => groups.size(group),
  };
  const handle = async (events: SocketEvents): Promise<void> => {
    if (events['creds.update']) await auth.save();
    if (events['creds.update']?.me?.name) await handlers.profileName(events['creds.update'].me.name);
    await inbound.events(events);
    react(link, events);
    if (events['connection.update']?.connection === 'open') past.resume();
    if (events['connection.update']) await handlers.connection(events['connection.update']);
  };
  let handled: Promise<void> = Promise.resolve();
  const onEvents = (events: SocketEvents): Promise<void> => {
    handled = handle(events);
    return handled;
  };
  const groups = createGroupMemory((group) => {
    learnMembers(deps.db, instanceId, group).catch((error) =>
      deps.logger.error({ err: error }, 'not learnt'),
    );
  });
  const confirmations = createConfirmations((id) => {
    recordRefusal(deps.record, instanceId, id, 'Error: WhatsApp did not confirm it in time').catch((error) =>
      deps.logger.error({ err: error, instance: owner.name }, 'unconfirmed message not recorded'),
    );
  });
  const proxy = await deps.proxies.find(instanceId);
  const route = proxy && createRoute(proxy);
  const source = createPastSource(() => socket, route);
  const { db, logger, historyTurns: turns } = deps;
  const past = createPast({ inbound: options, source, turns, db, logger });
  await past.prepare(isLinked(auth.creds));
  const inbound: Inbound = createInbound(options, past);
  const react = createReactions(deps, owner, inbound);
  const decryptions = createDecryptionCount(() => renewKeys(socket, deps.logger));
  const socket = openSocket(deps, {
    ...{ instanceId, auth, settings, groups, route, onEvents },
    watch: { ...watch, makeSignalRepository: decryptions.counted(watch.makeSignalRepository) },
    online: online ?? settings.always_online === 1,
  });
  confirmations.follow(socket);
  socket.ws.once('close', past.stop);
  const account = { linked: () => isLinked(auth.creds), me: () => auth.creds.me };
  const link: Link = {
    ...{ socket, groups, confirmations, route, ...account },
    liveness: createLiveness(socket, deps.timing, decryptions),
    flushed: () => handled.catch(() => undefined), // openSocket has logged it
  };
  return link;
}
