import type { Handler } from '../call.ts';
import { deliveryPage } from './delivery-page.ts';

export const listDeadLetters: Handler<'listDeadLetters'> = ({ path, query }, call) =>
  deliveryPage(path.instance, { ...query, state: 'dead' }, call);
