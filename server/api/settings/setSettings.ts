import { instanceNotFound } from '../../errors.ts';
import { updateSettings } from '../../store/settings.ts';
import type { Handler } from '../call.ts';
import { toSettingPatch, toSettings } from './to-settings.ts';

export const setSettings: Handler<'setSettings'> = async ({ path, body }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const row = await updateSettings(db, instance.id, toSettingPatch(body));
  if (!row) throw instanceNotFound(instance.name);
  return { settings: { instanceName: instance.name, settings: toSettings(row) } };
};
