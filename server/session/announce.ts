import type { Contact } from '@whiskeysockets/baileys';
import type { Recorder } from '../events/record.ts';
import type { NewEvent } from '../events/types.ts';
import type { ConnectionStateName, QrCode } from '../generated/index.ts';
import { deleteCredentials } from '../store/credentials.ts';
import { updateInstance } from '../store/instances.ts';
import type { Db, InstancePatch } from '../store/schema.ts';
import type { CloseReason } from './close-reason.ts';
import { learn } from './identity.ts';
import { withoutDevice } from './translate/jid.ts';

/** Who the session belongs to. */
export interface Owner {
  id: string;
  name: string;
}

/** Writes changes of a session's state and the events that tell of them, each in one transaction. */
export interface Announcer {
  /** @param lost why the connection that was there is not any more */
  connecting(lost?: CloseReason): Promise<void>;
  qrCode(qr: QrCode): Promise<void>;
  open(me: Contact): Promise<void>;
  /** The session is over until somebody connects it again. */
  closed(state: ConnectionStateName, reason: CloseReason): Promise<void>;
  /** The same, and its credentials are worth nothing any more. */
  loggedOut(reason: CloseReason): Promise<void>;
  /** Nobody scanned any of the QR codes. */
  refused(): Promise<void>;
  profileName(name: string): Promise<void>;
}

export function createAnnouncer(record: Recorder, { id, name }: Owner): Announcer {
  const update = (state: ConnectionStateName, statusReason: number, more = {}): NewEvent => ({
    type: 'connection.update',
    data: { instance: name, state, statusReason, ...more },
  });
  const announce = (
    patch: InstancePatch,
    events: NewEvent[],
    more?: (tx: Db) => Promise<unknown>,
  ): Promise<void> =>
    record(id, async (tx) => {
      await updateInstance(tx, id, patch);
      await more?.(tx);
      return { result: undefined, events };
    });
  const close = (
    state: ConnectionStateName,
    reason: CloseReason,
    moreEvents: NewEvent[] = [],
    more?: (tx: Db) => Promise<unknown>,
  ): Promise<void> => {
    const patch = disconnection(reason);
    const final = FINAL.includes(reason.code) ? [ended(name, patch)] : [];
    return announce(patch, [update(state, reason.code, inWords(reason)), ...final, ...moreEvents], more);
  };
  return {
    connecting: (lost) =>
      announce({ connection_status: 'connecting' }, [
        update('connecting', lost?.code ?? 200, lost && inWords(lost)),
      ]),
    qrCode: ({ count: _, ...qr }) =>
      announce({ connection_status: 'connecting' }, [
        { type: 'qrcode.updated', data: { qrcode: { instance: name, ...qr } } },
      ]),
    open: (me) => {
      const wuid = withoutDevice(me.id);
      const account = { wuid, profileName: me.name ?? null, profilePictureUrl: null };
      return announce(
        {
          ...OPENED,
          owner_jid: wuid,
          owner_lid: me.lid ? withoutDevice(me.lid) : null,
          profile_name: me.name ?? null,
        },
        [update('open', 200, account)],
        (tx) => learn(tx, id, [[me.id, me.lid]]),
      );
    },
    closed: (state, reason) => close(state, reason),
    loggedOut: (reason) =>
      close('close', reason, [{ type: 'logout.instance', data: null }], (tx) => deleteCredentials(tx, id)),
    refused: () =>
      announce({ connection_status: 'close' }, [
        { type: 'qrcode.updated', data: LIMIT_REACHED },
        update('refused', 428),
      ]),
    profileName: (profileName) => announce({ profile_name: profileName }, []),
  };
}

const OPENED = {
  connection_status: 'open',
  disconnection_code: null,
  disconnection_object: null,
  disconnection_at: null,
};

const LIMIT_REACHED = { message: 'QR code limit reached, please login again', statusCode: 500 };

/** What WhatsApp says to an account that is not to come back: unlinked, locked, banned, unknown. */
const FINAL = [401, 402, 403, 406];

type Disconnection = ReturnType<typeof disconnection>;

function ended(instance: string, patch: Disconnection): NewEvent {
  return {
    type: 'status.instance',
    data: {
      ...{ instance, status: 'closed' },
      disconnectionAt: new Date(patch.disconnection_at).toISOString(),
      disconnectionReasonCode: patch.disconnection_code,
      disconnectionObject: patch.disconnection_object,
    },
  };
}

function disconnection(reason: CloseReason) {
  const { reason: error } = inWords(reason);
  return {
    connection_status: 'close',
    disconnection_code: reason.code,
    disconnection_object: JSON.stringify({ statusCode: reason.code, error }),
    disconnection_at: Date.now(),
  };
}

const inWords = ({ error }: CloseReason) => (error instanceof Error ? { reason: error.message } : {});
