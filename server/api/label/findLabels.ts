import { listLabels } from '../../store/labels.ts';
import type { Handler } from '../call.ts';

export const findLabels: Handler<'findLabels'> = async ({ path }, { sessions, db }) => {
  const { instance } = await sessions.require(path.instance);
  const labels = await listLabels(db, instance.id);
  return labels.map(({ label_id, name, color, predefined_id }) => ({
    color: String(color),
    name,
    id: label_id,
    predefinedId: predefined_id,
  }));
};
