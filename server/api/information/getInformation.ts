import { whatsAppWebVersion } from '../../session/web-version.ts';
import type { Handler } from '../call.ts';

export const getInformation: Handler<'getInformation'> = async (_input, { config, version }) => ({
  status: 200,
  message: 'Welcome to Zapgate, it is working!',
  version,
  clientName: config.instances.clientName,
  documentation: `${config.server.url}/docs`,
  swagger: `${config.server.url}/docs`,
  whatsappWebVersion: whatsAppWebVersion(config.whatsapp.phoneVersion),
});
