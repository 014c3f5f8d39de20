import { follow, logOfInstance } from '../../delivery/follow.ts';
import { subscribedNames } from '../../events/names.ts';
import { endsOfLog } from '../../store/event-log.ts';
import type { Handler } from '../call.ts';
import { placeAfter, toZapgateEvent } from './reading.ts';

export const streamEvents: Handler<'streamEvents'> = async ({ path, query }, call) => {
  const { db, bus, sessions } = call;
  const { instance } = await sessions.require(path.instance);
  const place =
    query.after === undefined
      ? (await endsOfLog(db, instance.id)).end
      : await placeAfter(call, instance.id, query.after);
  const types = subscribedNames(query.events ?? []);
  return (write, signal) =>
    follow({
      ...{ bus, place, signal },
      log: logOfInstance(db, instance.id, async () => types),
      sink: {
        async send(event) {
          await write(await toZapgateEvent(event, call));
          return { status: null };
        },
      },
      onGap: (gap) => write({ event: 'gap', ...gap }),
    });
};
