import { once } from 'node:events';
import type { Socket } from 'socket.io';
import type { Bus } from '../events/bus.ts';
import { subscribedNames } from '../events/names.ts';
import { type LogPlace, placeInLog } from '../store/event-log.ts';
import type { Db } from '../store/schema.ts';
import { findWebsocket } from '../store/websockets.ts';
import { placeInWholeLog } from '../store/whole-log.ts';
import { type EnvelopeOptions, toEnvelope } from './envelope.ts';
import { type FollowedLog, follow, logOfAll, logOfInstance } from './follow.ts';
import { NotTaken, type Sink } from './sink.ts';

/** The room of those who get the events of every instance; each instance has a room too, by its id. */
export const EVERYTHING = '*';

/** Packets that wait for a connection before the log is read on. */
const MOST_WAITING = 16;

export interface ResumeOptions extends EnvelopeOptions {
  db: Db;
  bus: Bus;
}

/** What of the log a client gets from where on: all of a room, or of an instance what its settings let through. */
export interface Resumption {
  room: string;
  bySettings: boolean;
  place: LogPlace;
}

/** The id of the last event that a client says it has. */
export function lastEventIdOf({ handshake: { auth, query } }: Socket): string | undefined {
  const given: unknown = auth.lastEventId ?? query.lastEventId;
  return typeof given === 'string' && given !== '' ? given.toLowerCase() : undefined;
}

/** Where a client goes on in what its room gets; undefined if there never was such an event. */
export function placeInRoom(db: Db, room: string, lastEventId: string): Promise<LogPlace | undefined> {
  return room === EVERYTHING ? placeInWholeLog(db, lastEventId) : placeInLog(db, room, lastEventId);
}

/**
 * Sends a client what it missed, then what happens, in order and with nothing left out, until it disconnects.
 * It is in no room: this alone sends it events.
 */
export async function resume(options: ResumeOptions, socket: Socket, resumption: Resumption): Promise<void> {
  const gone = new AbortController();
  socket.once('disconnect', () => gone.abort());
  await follow({
    ...{ bus: options.bus, place: resumption.place, signal: gone.signal },
    log: logOf(options.db, resumption),
    sink: sinkOf(socket, options),
    async onGap(gap) {
      socket.emit('gap', gap);
    },
  });
}

function logOf(db: Db, { room, bySettings }: Resumption): FollowedLog {
  if (room === EVERYTHING) return logOfAll(db);
  return logOfInstance(db, room, async () => {
    const settings = bySettings ? await findWebsocket(db, room) : ALL;
    return settings?.enabled ? subscribedNames(settings.events) : [];
  });
}

const ALL = { enabled: 1, events: [] };

function sinkOf(socket: Socket, options: EnvelopeOptions): Sink {
  return {
    async send(event, signal) {
      const envelope = await toEnvelope(event, options);
      if (signal.aborted) throw new NotTaken('the client has disconnected');
      socket.emit(event.type, envelope);
      await hasRoom(socket, signal);
      return { status: null };
    },
  };
}

/** Resolves when the connection has taken all but a little of what was emitted. */
async function hasRoom({ conn }: Socket, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && waitingFor(conn) > MOST_WAITING)
    await once(conn, 'drain', { signal }).catch(() => {}); // the signal ends it as room does
}

/** Engine.IO tells by events when its queue is empty, but its types hide how long it is. */
function waitingFor(conn: Socket['conn']): number {
  return (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
}
