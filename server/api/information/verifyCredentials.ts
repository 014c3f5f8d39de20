import type { Handler } from '../call.ts';

/** The router has let the global key through already: that is the whole check. */
export const verifyCredentials: Handler<'verifyCredentials'> = async () => ({
  status: 200,
  message: 'Credentials are valid',
  facebookAppId: '',
  facebookConfigId: '',
  facebookUserToken: '',
});
