// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

/** Who answers, in which version. */
export interface Information {
  /** Always 200. */
  status: number;
  message: string;
  /** Version of this server. */
  version: string;
  /** Name of this installation. */
  clientName: string;
  /** Address of the documentation. */
  documentation: string;
  /** Address of the page on which the API can be tried out. */
  swagger: string;
  /** Version of WhatsApp Web that this server presents. */
  whatsappWebVersion: string;
}
