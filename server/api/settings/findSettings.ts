import { instanceNotFound } from '../../errors.ts';
import { findSettings as findRow } from '../../store/settings.ts';
import type { Handler } from '../call.ts';
import { toSettings } from './to-settings.ts';

export const findSettings: Handler<'findSettings'> = async ({ path }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const row = await findRow(db, instance.id);
  if (!row) throw instanceNotFound(instance.name);
  return toSettings(row);
};
