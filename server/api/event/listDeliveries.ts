import type { Handler } from '../call.ts';
import { deliveryPage } from './delivery-page.ts';

export const listDeliveries: Handler<'listDeliveries'> = ({ path, query }, call) =>
  deliveryPage(path.instance, query, call);
