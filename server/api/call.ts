import type { Context } from '../context.ts';
import type { Handlers, OperationId } from '../generated/index.ts';
import type { MediaFile } from '../media/source.ts';
import type { Principal } from '../secrets/principals.ts';

/** What a handler is called with besides its input: everything there is, and who calls. */
export interface Call extends Context {
  /** Nobody: an operation that is open to anybody. */
  principal: Principal | undefined;
  /** What was uploaded with the request; it is gone when the call is over. */
  file: MediaFile | undefined;
}

/** The handler of one operation, as the spec wants it. */
export type Handler<Id extends OperationId> = Handlers<Call>[Id];
