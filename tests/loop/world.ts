import type { Stage } from './stage';
import type { Doc, Staff } from './staff';

/** A stage with staff at work at a venue that has a timetable. */
export interface World extends Stage {
  staff: Staff;
  place: Place;
  /** the activity that is allowed for Onefit */
  allowed: Doc;
  /** the activity that never is */
  kept: Doc;
  /** a customer of the venue's own, and what they pay with */
  customer: Doc;
  product: Doc;
}

/** The two ids that staff send to Onefit's support, and the zone in which times are meant. */
export interface Place {
  companyUuid: string;
  venueUuid: string;
  timeZone: string;
}

/** How soon a change is to be at Onefit, in milliseconds. */
export const SOON_MS = 2_000;
