/** The fields of a customer of which one or the other is kept when two become one. */
export const PROFILE_FIELDS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'language',
  'note',
] as const;

export type ProfileField = (typeof PROFILE_FIELDS)[number];
