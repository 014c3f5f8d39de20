import type { Owner } from './announce.ts';
import type { Link } from './link.ts';
import type { Numbers } from './numbers.ts';
import type { SessionDependencies } from './options.ts';
import type { Recipients } from './recipients.ts';
import type { Attempt } from './send/attempt.ts';

/** Who acts on WhatsApp, and by what: what the operations on chats, profile and labels work with. */
export interface Actor {
  deps: SessionDependencies;
  owner: Owner;
  /** @throws HttpError 400 while the session is not open */
  open(): Promise<Link>;
  numbers: Numbers;
  recipients: Recipients;
  /** What its caller may repeat. */
  attempt?: Attempt | undefined;
}
