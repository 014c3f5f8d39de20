import { once } from 'node:events';
import type { ConnectionState, Contact, WASocket } from '@whiskeysockets/baileys';
import type { Owner } from './announce.ts';
import { isLinked, loadAuthState } from './auth-state.ts';
import { createDecryptionWatch } from './decryption.ts';
import { createGroupMemory, type GroupMemory } from './groups/memory.ts';
import { learnMembers } from './groups/people.ts';
import { createPast } from './inbound/past-parts.ts';
import type { InboundOptions } from './inbound/scene.ts';
import { createInbound, type Inbound } from './inbound.ts';
import type { SessionDependencies } from './options.ts';
import { createPastSource } from './past-source.ts';
import { createRoute, type Route } from './proxy/route.ts';
import { createReactions } from './reactions.ts';
import { openSocket, type SocketEvents } from './socket.ts';

/** One socket to WhatsApp, with the credentials it runs on and what it records. */
export interface Link {
  socket: WASocket;
  groups: GroupMemory;
  /** The proxy that everything of this account goes by, if any. */
  route: Route | undefined;
  /** Whether a phone has linked its credentials. */
  linked(): boolean;
  /** The account. The socket's own `user` is what it was when the socket was made. */
  me(): Contact | undefined;
}

export interface LinkHandlers {
  connection(update: Partial<ConnectionState>): Promise<void>;
  profileName(name: string): Promise<void>;
}

/** Opens a socket on the stored credentials, or on fresh ones where no phone has linked yet. */
export async function openLink(
  deps: SessionDependencies,
  owner: Owner,
  handlers: LinkHandlers,
): Promise<Link> {
  const instanceId = owner.id;
  const settings = await deps.settings.of(instanceId);
  const watch = createDecryptionWatch();
  const auth = await loadAuthState(deps.db, instanceId, (write) => inbound.commitKeys(write));
  const options: InboundOptions = {
    ...{ owner, record: deps.record },
    creds: () => auth.creds,
    settings: () => deps.settings.of(instanceId),
    currentDecryption: watch.current,
    membersOf: (group) => groups.size(group),
  };
  const onEvents = async (events: SocketEvents): Promise<void> => {
    if (events['creds.update']) await auth.save();
    if (events['creds.update']?.me?.name) await handlers.profileName(events['creds.update'].me.name);
    await inbound.events(events);
    react(link, events);
    if (events['connection.update']?.connection === 'open') past.resume();
    if (events['connection.update']) await handlers.connection(events['connection.update']);
  };
  const groups = createGroupMemory((group) => {
    learnMembers(deps.db, instanceId, group).catch((error) =>
      deps.logger.error({ err: error }, 'not learnt'),
    );
  });
  const proxy = await deps.proxies.find(instanceId);
  const route = proxy && createRoute(proxy);
  const source = createPastSource(() => socket, route);
  const past = createPast({
    inbound: options,
    source,
    turns: deps.historyTurns,
    db: deps.db,
    logger: deps.logger,
  });
  await past.prepare(isLinked(auth.creds));
  const inbound: Inbound = createInbound(options, past);
  const react = createReactions(deps, owner, inbound);
  const socket = openSocket(deps, { instanceId, auth, settings, watch, groups, route, onEvents });
  socket.ws.once('close', past.stop);
  const link = { socket, groups, route, linked: () => isLinked(auth.creds), me: () => auth.creds.me };
  return link;
}

/** A server that is silent would keep a closing socket waiting for half a minute. */
const HANG_UP_TIMEOUT_MS = 2_000;

/** Ends as if the network had: told to end, Baileys leaves the queries under way waiting for their time-out. */
export async function hangUp({ socket }: Link): Promise<void> {
  const patience = AbortSignal.timeout(HANG_UP_TIMEOUT_MS);
  socket.ws.emit('close');
  if (socket.ws.isClosed) return;
  const ended = once(socket.ws, 'close').catch(() => {}); // one that was not open yet ends with an error
  await Promise.race([ended, once(patience, 'abort')]);
}
