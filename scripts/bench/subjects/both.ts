import type { GatewayOptions, World } from '../world.ts';
import { type RawSubject, startRaw } from './raw.ts';
import { startZapgate, type ZapgateOptions, type ZapgateSubject } from './zapgate.ts';

export interface Both {
  raw: RawSubject;
  zapgate: ZapgateSubject;
  /** The account of each. */
  numbers: { raw: string; zapgate: string };
  end(): Promise<void>;
}

/** Both sides, each with an account. */
export async function startBoth(
  world: World,
  gateway?: GatewayOptions,
  options?: ZapgateOptions,
): Promise<Both> {
  const numbers = { raw: '15550000001', zapgate: '15550000002' };
  const raw = await startRaw(world.simulator);
  const zapgate = await startZapgate(world, gateway, options);
  await raw.link([numbers.raw]);
  await zapgate.link([numbers.zapgate]);
  return {
    ...{ raw, zapgate, numbers },
    async end() {
      await raw.end();
      await zapgate.end();
    },
  };
}
