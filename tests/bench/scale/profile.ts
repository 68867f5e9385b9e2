import { readFileSync } from 'node:fs';
import path from 'node:path';
import { byClass, parseTimetable } from '../../../scripts/seed/timetable';

/** The regular week of a real studio, which the seed fills an empty venue with: 19 slots, 8 classes. */
const TIMETABLE = path.resolve(__dirname, '../../../scripts/seed/studio-timetable.csv');

/** What a venue is taken to be. docs/scaling.md says which of it is known and which assumed. */
export const PROFILE = {
  timeZone: 'Europe/Amsterdam',
  /** spots of an appointment: what the seed gives each */
  capacity: 16,
  /** how far ahead appointments are made: the default of SCHEDULE_HORIZON_WEEKS */
  weeksAhead: 8,
  /** bookings of an appointment that is past, one of them cancelled */
  bookings: 8,
  /** of one in the next two weeks; further ahead nobody has booked */
  bookingsAhead: 4,
  bookedDaysAhead: 14,
  /** customers that a venue has entered, whether they still come or not */
  customers: 250,
  /** those of them who came by Onefit: they hold an Onefit ID, and their bookings are Onefit's */
  members: 100,
} as const;

/** The activities of a venue, with their slots. */
export function activitiesOfVenue() {
  return byClass(parseTimetable(readFileSync(TIMETABLE, 'utf8')));
}
