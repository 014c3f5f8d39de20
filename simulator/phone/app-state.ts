import {
  type ChatModification,
  chatModificationToAppPatch,
  decodePatches,
  encodeSyncdPatch,
  newLTHashState,
  proto,
  type WAPatchName,
} from '@whiskeysockets/baileys';
import { announcePatch, appendPatch, patchesOf } from '../accounts/app-state.ts';
import { inBackground, type Phone } from './phone.ts';
import { noteSetting } from './settings.ts';
import { silentLogger } from './silent-logger.ts';

const PUSH_NAME_COLLECTION = 'critical_block';

const keyOf = (phone: Phone) => async () => ({ keyData: phone.account.appState.key.data });

function hashOf(phone: Phone, name: WAPatchName) {
  return phone.appStateHashes.get(name) ?? newLTHashState();
}

/** Reads the patches of a collection that the phone has not read yet, whose MACs must hold. */
async function catchUp(phone: Phone, name: WAPatchName): Promise<void> {
  const before = hashOf(phone, name);
  const unread = patchesOf(phone.account, name).slice(before.version);
  const patches = unread.map((patch) => proto.SyncdPatch.decode(patch));
  const key = keyOf(phone);
  const decoded = await decodePatches(name, patches, before, key, {}, undefined, silentLogger, true);
  phone.appStateHashes.set(name, decoded.state);
  for (const { index, syncAction } of Object.values(decoded.mutationMap))
    noteSetting(phone, { index: [...index], value: syncAction.value ?? {} });
}

/** Writes a change as a patch; anew, if a companion was faster. Returns the collection it is in. */
async function publish(phone: Phone, modification: ChatModification, jid: string): Promise<WAPatchName> {
  const { account } = phone;
  const create = chatModificationToAppPatch(modification, jid);
  await catchUp(phone, create.type);
  const before = hashOf(phone, create.type);
  const keyId = account.appState.key.id.toString('base64');
  const { patch } = await encodeSyncdPatch(create, keyId, before, keyOf(phone));
  if (patchesOf(account, create.type).length !== before.version) return publish(phone, modification, jid);
  appendPatch(account, create.type, patch);
  await catchUp(phone, create.type);
  return create.type;
}

/** The user changes a setting on the phone, of the chat `jid` or in general. Companions learn it. */
export function changeSetting(phone: Phone, modification: ChatModification, jid = ''): Promise<void> {
  return phone.run(async () => announcePatch(phone.account, await publish(phone, modification, jid)));
}

/** Makes sure that new companions find the push name. They are not told: they fetch it with the rest. */
export async function ensurePushName(phone: Phone): Promise<void> {
  const { account } = phone;
  if (patchesOf(account, PUSH_NAME_COLLECTION).length > 0) return;
  await publish(phone, { pushNameSetting: account.name }, '');
}

/** The user changes the push name on the phone. Companions, if there ever were any, learn it. */
export async function changePushName(phone: Phone, name: string): Promise<void> {
  const { account } = phone;
  if (account.name === name) return;
  account.name = name;
  if (account.companions.size === 0 && patchesOf(account, PUSH_NAME_COLLECTION).length === 0) return;
  await changeSetting(phone, { pushNameSetting: name });
}

/** A companion changed a setting: the phone follows. */
export function followPatches(phone: Phone, name: WAPatchName): void {
  inBackground(phone, 'app state', () => catchUp(phone, name));
}
