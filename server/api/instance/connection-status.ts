import type { ConnectionStateName, ConnectionStatus } from '../../generated/index.ts';

/** The state in the three words that strict clients know. */
export const connectionStatus = (state: ConnectionStateName): ConnectionStatus =>
  state === 'refused' ? 'close' : state;
