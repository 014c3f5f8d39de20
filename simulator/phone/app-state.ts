import {
  type ChatMutationMap,
  decodePatches,
  encodeSyncdPatch,
  newLTHashState,
  proto,
  type WAPatchCreate,
  type WAPatchName,
} from '@whiskeysockets/baileys';
import { announcePatch, appendPatch, patchesOf } from '../accounts/app-state.ts';
import { inBackground, type Phone } from './phone.ts';
import { silentLogger } from './silent-logger.ts';

const PUSH_NAME = 'setting_pushName';
const PUSH_NAME_COLLECTION = 'critical_block';

const keyOf = (phone: Phone) => async () => ({ keyData: phone.account.appState.key.data });

function hashOf(phone: Phone, name: WAPatchName) {
  return phone.appStateHashes.get(name) ?? newLTHashState();
}

/** Writes the account's push name as a patch. */
async function publishPushName(phone: Phone): Promise<void> {
  const { account } = phone;
  const change: WAPatchCreate = {
    type: PUSH_NAME_COLLECTION,
    index: [PUSH_NAME],
    syncAction: { pushNameSetting: { name: account.name }, timestamp: Date.now() },
    apiVersion: 1,
    operation: proto.SyncdMutation.SyncdOperation.SET,
  };
  const keyId = account.appState.key.id.toString('base64');
  const { patch, state } = await encodeSyncdPatch(change, keyId, hashOf(phone, change.type), keyOf(phone));
  phone.appStateHashes.set(change.type, state);
  appendPatch(account, change.type, patch);
}

/** Makes sure that new companions find the push name. They are not told: they fetch it with the rest. */
export async function ensurePushName(phone: Phone): Promise<void> {
  if (patchesOf(phone.account, PUSH_NAME_COLLECTION).length === 0) await publishPushName(phone);
}

/** The user changes the push name on the phone. Companions learn it from the app state. */
export function changePushName(phone: Phone, name: string): void {
  const { account } = phone;
  if (account.name === name) return;
  account.name = name;
  if (account.companions.size === 0 && patchesOf(account, PUSH_NAME_COLLECTION).length === 0) return;
  inBackground(phone, 'push name', async () => {
    await publishPushName(phone);
    announcePatch(account, PUSH_NAME_COLLECTION);
  });
}

function apply(phone: Phone, mutations: ChatMutationMap): void {
  for (const { index, syncAction } of Object.values(mutations)) {
    const name = syncAction.value?.pushNameSetting?.name;
    if (index[0] === PUSH_NAME && name) phone.account.name = name;
  }
}

/** A companion changed a setting: the phone reads the patch, whose MACs must hold, and follows. */
export function observePatch(phone: Phone, name: WAPatchName, patch: Buffer): void {
  inBackground(phone, 'app state', async () => {
    const patches = [proto.SyncdPatch.decode(patch)];
    const before = hashOf(phone, name);
    const decoded = await decodePatches(
      name,
      patches,
      before,
      keyOf(phone),
      {},
      undefined,
      silentLogger,
      true,
    );
    phone.appStateHashes.set(name, decoded.state);
    apply(phone, decoded.mutationMap);
  });
}
