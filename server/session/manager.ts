import { instanceNotFound } from '../errors.ts';
import { listLinkedInstances } from '../store/credentials.ts';
import { findInstanceByName, listInstances } from '../store/instances.ts';
import type { InstanceRow } from '../store/schema.ts';
import type { SessionDependencies } from './options.ts';
import type { Attempt } from './send/attempt.ts';
import { createSession, type Session } from './session.ts';

/** An instance and its session: what most operations begin with. */
export interface Found {
  instance: InstanceRow;
  session: Session;
}

/** The sessions of this process, one for each instance that was asked for. */
export interface SessionManager {
  /** @throws HttpError 404 when there is no instance of that name */
  require(name: string): Promise<Found>;
  of(instance: InstanceRow): Session;
  /** The same sessions, for a caller who may repeat what is sent. */
  within(attempt: Attempt): SessionManager;
  /** The session of an instance, if it has one already. */
  find(instanceId: string): Session | undefined;
  /**
   * Every linked instance counts as connecting from now on, but those that were replaced or refused: they wait
   * for somebody to connect them. To be called before anybody can ask.
   */
  recall(): Promise<void>;
  /** Tells that the server has started, and connects what was recalled, a few at a time. */
  restore(): Promise<void>;
  /** Disconnects the instance and lets go of it. */
  forget(instanceId: string): Promise<void>;
  /** The media of a stored message; undefined if it has none, or they cannot be had. */
  mediaBase64(instanceId: string, messageId: string): Promise<string | undefined>;
  dispose(): Promise<void>;
}

/** Instances that are about to open at the same moment after a start. */
export const RESTORED_AT_ONCE = 20;

export function createSessionManager(deps: SessionDependencies): SessionManager {
  const sessions = new Map<string, Session>();
  const of = (instance: InstanceRow): Session => {
    const known = sessions.get(instance.id);
    if (known) return known;
    const session = createSession(deps, instance, instance.number ?? undefined);
    sessions.set(instance.id, session);
    return session;
  };
  const tellStart = (instanceId: string, instanceName: string): Promise<void> =>
    deps.record(instanceId, async () => ({
      result: undefined,
      events: [{ type: 'application.startup', data: { instanceName, instanceId } }],
    }));
  const require = async (name: string): Promise<Found> => {
    const instance = await findInstanceByName(deps.db, name);
    if (!instance) throw instanceNotFound(name);
    return { instance, session: of(instance) };
  };
  const manager: SessionManager = {
    of,
    find: (instanceId) => sessions.get(instanceId),
    require,
    within: (attempt) => ({
      ...manager,
      async require(name) {
        const { instance, session } = await require(name);
        return { instance, session: session.within(attempt) };
      },
    }),
    mediaBase64: async (instanceId, messageId) => sessions.get(instanceId)?.mediaBase64(messageId),
    async recall() {
      const linked = await listLinkedInstances(deps.db);
      const wanted = linked.filter(({ connection_status }) => connection_status !== 'close');
      for (const row of wanted) await of(row).recall();
    },
    async restore() {
      const recalled = [...sessions.keys()].values();
      for (const { id, name } of await listInstances(deps.db)) await tellStart(id, name);
      const restoreNext = async () => {
        for (const id of recalled) await sessions.get(id)?.takeTurn();
      };
      await Promise.all(Array.from({ length: deps.restoredAtOnce }, restoreNext));
    },
    async forget(instanceId) {
      await sessions.get(instanceId)?.close();
      sessions.delete(instanceId);
    },
    async dispose() {
      await Promise.all([...sessions.values()].map((session) => session.close()));
    },
  };
  return manager;
}
