import type { BaileysEventMap, BufferedEventData, WASocket } from '@whiskeysockets/baileys';

type ChatUpdate = BaileysEventMap['chats.update'][number];

/**
 * What the app state says of a chat when it is fetched first, Baileys holds back until the history tells of the
 * chat. Where the history has told before, it waits for ever, and all later changes of the chat with it. So
 * nothing waits here: what holds whatever has been written since is told at once. The rest may be out of date,
 * and is in the history as well.
 */
export function tellFirstState({ ev }: WASocket): void {
  const emit = ev.emit.bind(ev);
  ev.emit = (name, data) => {
    if (name !== 'chats.update') return emit(name, data);
    const told = (data as ChatUpdate[]).filter(isCertain).map(({ conditional: _, ...update }) => update);
    return told.length > 0 && emit('chats.update', told);
  };
}

/** Whether it would hold for a chat with a message of the end of time. */
function isCertain({ id, conditional }: ChatUpdate): boolean {
  const chats = { [id ?? '']: { id, lastMessageRecvTimestamp: Number.MAX_SAFE_INTEGER } };
  // Of the event buffer, a condition looks at its chats only.
  const data = { historySets: { chats }, chatUpserts: {} } as unknown as BufferedEventData;
  return conditional?.(data) ?? true;
}
