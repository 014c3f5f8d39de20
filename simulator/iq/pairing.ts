import { companionFinish, companionHello } from '../pairing/code.ts';
import { Problem } from '../problem.ts';
import type { IqTable, Pairing } from './answer.ts';

/** What a client can ask before it is linked. */
export const pairingIqs: IqTable<Pairing> = {
  'w:p:get:ping': () => ({}),
  'md:set:link_code_companion_reg': ({ network, registration }, stage) => {
    switch (stage.attrs.stage) {
      case 'companion_hello':
        return { content: companionHello(network, registration, stage) };
      case 'companion_finish': // the client waits for this answer before it listens for pair-success
        return { afterwards: () => companionFinish(network, registration, stage) };
      default:
        throw new Problem(400, 'bad-request');
    }
  },
};
