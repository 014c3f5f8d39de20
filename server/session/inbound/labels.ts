import { addChatLabel, deleteLabel, removeChatLabel, upsertLabel } from '../../store/labels.ts';
import { shownJids } from '../identity.ts';
import type { Handle } from './scene.ts';

/** A label was made, renamed or deleted. */
export const onLabel: Handle<'labels.edit'> = async ({ tx, instanceId, instance }, label) => {
  const { id, deleted } = label;
  const predefinedId = label.predefinedId ?? null;
  const [name, color] = [label.name ?? '', label.color ?? 0];
  if (deleted) await deleteLabel(tx, instanceId, id);
  else {
    const row = { instance_id: instanceId, label_id: id, name, color, predefined_id: predefinedId };
    await upsertLabel(tx, row);
  }
  const data = { id, name, color, deleted: deleted ?? false, predefinedId, instance };
  return [{ type: 'labels.edit', data }];
};

/** A label was put on a chat or a message, or taken off. Of messages it is told, not kept. */
export const onLabelAssociation: Handle<'labels.association'> = async (scene, { association, type }) => {
  const { tx, instanceId, instance } = scene;
  const { labelId } = association;
  const chatId = (await shownJids(tx, instanceId, [association.chatId]))(association.chatId);
  const write = type === 'add' ? addChatLabel : removeChatLabel;
  if (!('messageId' in association)) await write(tx, instanceId, chatId, labelId);
  return [{ type: 'labels.association', data: { instance, type, chatId, labelId } }];
};
