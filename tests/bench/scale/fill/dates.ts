import { occurrences, weeklyRepetition } from '../../../../src/api/activity/domain/recurrence';
import { activitiesOfVenue, PROFILE } from '../profile';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An activity of every venue; `a` numbers them. */
export interface FilledActivity {
  a: number;
  name: string;
  rule: string;
}

/** A date that every venue has. */
export interface FilledDate {
  a: number;
  localStart: string;
  startsAt: Date;
  endsAt: Date;
  past: boolean;
  /** how many bookings it has, cancelled ones included */
  seats: number;
}

function seatsOf(startsAt: Date, now: Date): number {
  if (startsAt <= now) return PROFILE.bookings;
  const booked = now.getTime() + PROFILE.bookedDaysAhead * DAY_MS;
  return startsAt.getTime() < booked ? PROFILE.bookingsAhead : 0;
}

/** The week of the timetable as rules that began with the history, and all dates that they give. */
export function datesOfVenue(historyWeeks: number, now: Date) {
  const from = new Date(now.getTime() - historyWeeks * 7 * DAY_MS);
  const until = new Date(now.getTime() + PROFILE.weeksAhead * 7 * DAY_MS);
  const firstDate = from.toISOString().slice(0, 10);
  const activities: FilledActivity[] = activitiesOfVenue().map(({ name, slots }, a) => ({
    a,
    name,
    rule: slots
      .map(({ weekday, start, end }) => weeklyRepetition({ weekday, start, end, firstDate }))
      .join('\n'),
  }));
  const dates: FilledDate[] = activities.flatMap(({ a, rule }) =>
    occurrences({ rule, timeZone: PROFILE.timeZone, from, until }).map(
      ({ startsAt, endsAt, localStart }) => {
        const seats = seatsOf(startsAt, now);
        return { a, localStart, startsAt, endsAt, past: endsAt <= now, seats };
      },
    ),
  );
  return { activities, dates };
}
