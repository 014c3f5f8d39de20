import type {
  BusinessProfileResult,
  PrivacySettings,
  Profile as ShownProfile,
} from '../../generated/index.ts';
import type { Actor } from '../actor.ts';
import type { AppState } from '../app-state.ts';
import { fetchBusinessProfile } from './business.ts';
import { fetchProfile } from './fetch.ts';
import { removePicture, setName, setPicture, setStatus } from './own.ts';
import { fetchPrivacy, updatePrivacy } from './privacy.ts';

/** What the account shows of itself, and what others show to it. */
export interface Profile {
  /** @param number the account itself if left out */
  fetch(number: string | undefined): Promise<ShownProfile>;
  fetchBusiness(number: string): Promise<BusinessProfileResult>;
  setName(name: string): Promise<void>;
  setStatus(status: string): Promise<void>;
  /** @param source a URL, base64 or a data URI */
  setPicture(source: string): Promise<void>;
  removePicture(): Promise<void>;
  fetchPrivacy(): Promise<PrivacySettings>;
  /** Changes what is given. Gives all. */
  updatePrivacy(wanted: Partial<PrivacySettings>): Promise<PrivacySettings>;
}

export function createProfile(actor: Actor, appState: AppState): Profile {
  return {
    fetch: (number) => fetchProfile(actor, number),
    fetchBusiness: (number) => fetchBusinessProfile(actor, number),
    setName: (name) => setName(actor, appState, name),
    setStatus: (status) => setStatus(actor, status),
    setPicture: (source) => setPicture(actor, source),
    removePicture: () => removePicture(actor),
    fetchPrivacy: () => fetchPrivacy(actor),
    updatePrivacy: (wanted) => updatePrivacy(actor, wanted),
  };
}
