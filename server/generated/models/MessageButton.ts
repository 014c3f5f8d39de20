// Generated from openapi/openapi.yaml by `npm run generate`. Do not edit.

import type { ButtonType, PixKeyType } from './index.ts';

/** One button. Which fields it needs depends on its type. */
export interface MessageButton {
  type: ButtonType;
  /** What it says. */
  displayText?: string;
  /** What the answer to it carries. */
  id?: string;
  /** What is copied. */
  copyCode?: string;
  /** The address that is opened. */
  url?: string;
  /** The number that is called. */
  phoneNumber?: string;
  /** Currency of the payment, `BRL`. */
  currency?: string;
  /** Name of the one who is paid. */
  name?: string;
  keyType?: PixKeyType;
  /** The PIX key. */
  key?: string;
}
