import type { Consent, Felt } from '../../../appointment/domain/moves';

/** Which appointments of a series an edit is meant for. */
export type Scope = 'this' | 'following' | 'all';

/** What an appointment has; what is left out of an edit stays as it is. */
export interface Facts {
  startsAt: Date;
  endsAt: Date;
  room: string | null;
  teacher: string | null;
  capacity: number;
  aggregatorBookings: 'as_activity' | 'not_allowed' | 'allowed';
  /** counts only beside an `aggregatorBookings` of its own */
  aggregatorSpotLimit: number | null;
}

export interface EditRequest extends Consent {
  scope: Scope;
  changes: Partial<Facts>;
  /** why, for customers whose appointment moves */
  reason: string | null;
}

/** What an edit did, or would do; `own` and `onefit` are the bookings that move. */
export interface Edited extends Felt {
  /** how many appointments change */
  changed: number;
  /** how many of them take place at another time */
  moved: number;
  /** how many keep something that staff had set by hand */
  kept: number;
}

/** The fields that change together: staff set them by hand as one. */
export const GROUPS = {
  time: ['startsAt', 'endsAt'],
  room: ['room'],
  teacher: ['teacher'],
  capacity: ['capacity'],
  rule: ['aggregatorBookings', 'aggregatorSpotLimit'],
} as const satisfies Record<string, ReadonlyArray<keyof Facts>>;

export type Group = keyof typeof GROUPS;

function plain(value: Facts[keyof Facts]): string | number | null {
  return value instanceof Date ? value.getTime() : value;
}

/** Whether two appointments have the same in a group of fields. */
export function agree(one: Facts, other: Facts, group: Group): boolean {
  return GROUPS[group].every((field) => plain(one[field]) === plain(other[field]));
}

/** An appointment with one group of fields taken from another. */
export function withGroup(facts: Facts, from: Facts, group: Group): Facts {
  return { ...facts, ...Object.fromEntries(GROUPS[group].map((field) => [field, from[field]])) };
}

/** The groups that an edit touches. */
export function groupsOf(changes: Partial<Facts>): Group[] {
  return (Object.keys(GROUPS) as Group[]).filter((group) =>
    GROUPS[group].some((field) => changes[field] !== undefined),
  );
}
