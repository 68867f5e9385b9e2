import type { Comparison } from '../../api/customers';
import { PROFILE_FIELDS } from '../../api/profile-fields';
import type { ProfileField } from '../../api/profile-fields';

/** What is proposed to be taken from the one who goes: whatever the one who stays lacks. */
export function initialTake({ keep, drop }: Comparison): ProfileField[] {
  return PROFILE_FIELDS.filter((field) => !keep.fields[field] && Boolean(drop.fields[field]));
}

/** Whether there is anything to choose: the two say something different. */
export function differs({ keep, drop }: Comparison, field: ProfileField): boolean {
  return (keep.fields[field] ?? '') !== (drop.fields[field] ?? '');
}
