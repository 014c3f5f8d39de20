/** What can be made to go wrong and stays wrong until cleared. Zero and false mean "off". */
export type Faults = {
  /** Milliseconds that every frame to a client waits. Order is kept. */
  latencyMs: number;
  /** Messages are delivered, but their sender never gets the server's ack. */
  dropAcks: boolean;
  /** Messages are refused with an ack that carries this error code. */
  ackError: number;
  /** The same for messages to these numbers or groups only. */
  ackErrors: Record<string, number>;
  /** So many of the next ciphertexts that go to another account are damaged. */
  corruptNext: number;
  /** Logins are refused with this reason. */
  failLogin: number;
  /** WebSocket upgrades are refused with this HTTP status. */
  refuseUpgrade: number;
  /** Connections stay open, but nothing is read from them or sent to them. */
  silent: boolean;
  /** Clients' uploads to the media host, or downloads, are refused with this HTTP status. */
  mediaUploadError: number;
  mediaDownloadError: number;
  /** Milliseconds that the media host takes to answer. */
  mediaLatencyMs: number;
  /** Phones do not upload files again that their companions cannot download. */
  refuseReupload: boolean;
  /** Signatures are wrong: of the server's certificate, of the phone's word for a new device, of pre-keys. */
  forgeCertificate: boolean;
  forgeLink: boolean;
  forgePreKeys: boolean;
  /** Answers to changes of a group's members do not tell what became of each. */
  untoldMembers: boolean;
  /** Only so many of the next logins are refused; then `failLogin` is off. */
  failLoginTimes: number;
  /** Clients' queries get no answer, pings excepted. */
  ignoreQueries: boolean;
  /** The server shows the certificate of another one. */
  wrongCertificate: boolean;
};

/** Every fault, switched off. */
export function noFaults(): Faults {
  return {
    latencyMs: 0,
    dropAcks: false,
    ackError: 0,
    ackErrors: {},
    corruptNext: 0,
    failLogin: 0,
    refuseUpgrade: 0,
    silent: false,
    mediaUploadError: 0,
    mediaDownloadError: 0,
    mediaLatencyMs: 0,
    refuseReupload: false,
    forgeCertificate: false,
    forgeLink: false,
    forgePreKeys: false,
    untoldMembers: false,
    failLoginTimes: 0,
    ignoreQueries: false,
    wrongCertificate: false,
  };
}
