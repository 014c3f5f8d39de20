import { once } from 'node:events';
import type { ConnectionState, Contact, WASocket } from '@whiskeysockets/baileys';
import { findSettings, insertSettings } from '../store/settings.ts';
import type { Owner } from './announce.ts';
import { isLinked, loadAuthState } from './auth-state.ts';
import { createDecryptionWatch } from './decryption.ts';
import { createInbound, type Inbound } from './inbound.ts';
import type { SessionDependencies } from './options.ts';
import { openSocket, type SocketEvents } from './socket.ts';

/** One socket to WhatsApp, with the credentials it runs on and what it records. */
export interface Link {
  socket: WASocket;
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
  const settings =
    (await findSettings(deps.db, instanceId)) ?? (await insertSettings(deps.db, instanceId, {}));
  const watch = createDecryptionWatch();
  const auth = await loadAuthState(deps.db, instanceId, (write) => inbound.commitKeys(write));
  const inbound: Inbound = createInbound({
    instanceId,
    record: deps.record,
    creds: () => auth.creds,
    groupsIgnored: () => settings.groups_ignore === 1,
    currentDecryption: watch.current,
  });
  const onEvents = async (events: SocketEvents): Promise<void> => {
    if (events['creds.update']) await auth.save();
    if (events['creds.update']?.me?.name) await handlers.profileName(events['creds.update'].me.name);
    if (events['messages.upsert']) await inbound.messages(events['messages.upsert'].messages);
    if (events['messages.update']) await inbound.updates(events['messages.update']);
    if (events['connection.update']) await handlers.connection(events['connection.update']);
  };
  const socket = openSocket(deps, { instanceId, auth, settings, watch, onEvents });
  return { socket, linked: () => isLinked(auth.creds), me: () => auth.creds.me };
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
