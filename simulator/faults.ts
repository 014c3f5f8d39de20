/** What can be made to go wrong and stays wrong until cleared. Zero and false mean "off". */
export type Faults = {
  /** Milliseconds that every frame to a client waits. Order is kept. */
  latencyMs: number;
  /** Messages are delivered, but their sender never gets the server's ack. */
  dropAcks: boolean;
  /** Messages are refused with an ack that carries this error code. */
  ackError: number;
  /** So many of the next ciphertexts that go to another account are damaged. */
  corruptNext: number;
  /** Logins are refused with this reason. */
  failLogin: number;
  /** WebSocket upgrades are refused with this HTTP status. */
  refuseUpgrade: number;
  /** Connections stay open, but nothing is read from them or sent to them. */
  silent: boolean;
};

/** Every fault, switched off. */
export function noFaults(): Faults {
  return {
    latencyMs: 0,
    dropAcks: false,
    ackError: 0,
    corruptNext: 0,
    failLogin: 0,
    refuseUpgrade: 0,
    silent: false,
  };
}
