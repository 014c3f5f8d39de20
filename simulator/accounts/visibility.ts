import { isContact } from '../phone/settings.ts';
import type { Account } from './account.ts';

/**
 * Whether `owner` lets `viewer` see its picture (`profile`) or its status text. `contact_blacklist`, all
 * contacts but some, counts as all contacts: whom it leaves out is not known here.
 */
export function isShown(owner: Account, category: 'profile' | 'status', viewer: Account): boolean {
  if (viewer === owner) return true;
  if (owner.blocked.has(viewer)) return false;
  const setting = owner.privacy.get(category);
  return setting === 'all' || (setting !== 'none' && isContact(owner.phone, viewer));
}
