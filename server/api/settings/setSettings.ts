import { instanceNotFound } from '../../errors.ts';
import { updateSettings } from '../../store/settings.ts';
import type { Handler } from '../call.ts';
import { toSettingPatch, toSettings } from './to-settings.ts';

export const setSettings: Handler<'setSettings'> = async ({ path, body }, { sessions, settings, db }) => {
  const { instance, session } = await sessions.require(path.instance);
  const row = await updateSettings(db, instance.id, toSettingPatch(body));
  if (!row) throw instanceNotFound(instance.name);
  settings.forget(instance.id);
  if (body.alwaysOnline !== undefined) await session.showOnline(body.alwaysOnline);
  return { settings: { instanceName: instance.name, settings: toSettings(row) } };
};
