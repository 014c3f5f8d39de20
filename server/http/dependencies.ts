import type { Repeatable } from '../api/once.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Handlers } from '../generated/index.ts';
import type { Logger } from '../logger.ts';
import type { MediaFile } from '../media/source.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Principal, PrincipalOf } from '../secrets/principals.ts';

/** What a handler gets beside its input. Only operations that are open to anybody have no principal. */
export type CallContext<Context extends object> = Context & {
  principal: Principal | undefined;
  /** What was uploaded with the request; it is gone when the call is over. */
  file: MediaFile | undefined;
};

/** What the HTTP side needs of the rest. */
export interface AppDependencies<Context extends object> {
  config: Pick<Config, 'server' | 'metrics'>;
  logger: Logger;
  handlers: Handlers<CallContext<Context>>;
  /** Spread into the context of each call. */
  context: Context;
  principalOf: PrincipalOf;
  /** Does what has a key of its caller's once only; without it keys are of no effect. */
  once?: (call: Repeatable, work: (context: Context) => Promise<unknown>) => Promise<unknown>;
  /** Rejects while requests cannot be served. */
  ready?: () => Promise<void>;
  /** By which streams show that they are there. */
  clock?: Clock | undefined;
  /** Comes when the server stops: streams end. */
  stopping?: AbortSignal;
  /** Where they are switched on. */
  metrics?: Metrics | undefined;
}
