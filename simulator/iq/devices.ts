import { removeDevice } from '../accounts/device-list.ts';
import { activate } from '../login.ts';
import type { IqTable } from './answer.ts';

/** A device's own life: it becomes active, and in the end logs out. */
export const deviceIqs: IqTable = {
  'passive:set:active': ({ companion }) => ({ afterwards: () => activate(companion) }),
  'passive:set:passive': () => ({}),
  'md:set:remove-companion-device': ({ companion }) => ({ afterwards: () => removeDevice(companion) }),
};
