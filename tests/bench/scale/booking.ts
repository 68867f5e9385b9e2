import type { Knex } from 'knex';
import type { Generator } from '../load/generator';
import { PROFILE } from './profile';
import { median, percentile, ratio } from '../shared/figures';
import { alternate, say } from '../shared/progress';
import type { ScaleOptions } from './options';

const IN_FLIGHT = 50;
/** Sessions over which the bookings of a round go, at as many venues as there are, up to this. */
const SESSIONS = 200;
const WARM_UP_SECONDS = 2;

/** A filled database and the instance on it, as a target of bookings. */
export interface Target {
  /** how many were asked for until now */
  asked(): number;
  book(
    seconds: number,
    pace?: { perSecond: number },
  ): Promise<{ perSecond: number; latencies: number[] }>;
}

/** Sessions far enough ahead that nobody has booked them, each at another venue where there are enough. */
async function chooseSessions(knex: Knex) {
  const venues = await knex('venues')
    .orderBy('id')
    .select<Array<{ document_id: string; uuid: string }>>('document_id', 'uuid');
  const step = Math.max(1, Math.floor(venues.length / SESSIONS));
  const chosen = venues.filter((_, index) => index % step === 0).slice(0, SESSIONS);
  const each = Math.ceil(SESSIONS / chosen.length);
  const rows = await knex
    .from(
      knex('appointments')
        .whereIn(
          'venue_key',
          chosen.map(({ document_id }) => document_id),
        )
        .where('booked', 0)
        .where('starts_at', '>', new Date())
        .select('document_id', 'venue_key')
        .rowNumber('nth', (over) => void over.partitionBy('venue_key').orderBy('starts_at'))
        .as('coming'),
    )
    .where('nth', '<=', each)
    .orderBy(['nth', 'venue_key'])
    .limit(SESSIONS)
    .select<Array<{ document_id: string; venue_key: string }>>('document_id', 'venue_key');
  const sessions = rows.map((row) => row.document_id);
  // They take whoever comes: what is measured is a booking, not a refusal.
  await knex('appointments').whereIn('document_id', sessions).update({ capacity: 1_000_000 });
  const uuidOf = new Map(chosen.map(({ document_id, uuid }) => [document_id, uuid]));
  return { sessions, venues: rows.map((row) => uuidOf.get(row.venue_key) ?? '') };
}

/** Makes bookings of Onefit's members at all the venues of a database. */
export async function targetOf(
  generator: Generator,
  url: string,
  knex: Knex,
  venues: number,
): Promise<Target> {
  const chosen = await chooseSessions(knex);
  let first = 1;
  return {
    asked: () => first - 1,
    async book(seconds, pace) {
      const result = await generator.run({
        form: 'signed',
        url,
        pace: pace ?? { inFlight: IN_FLIGHT },
        seconds,
        ...chosen,
        venue: '',
        members: venues * PROFILE.members,
        first,
        secret: 'test-secret',
      });
      first += result.asked;
      return result;
    },
  };
}

/** Bookings at one size, in turn with the smallest one, where that is another. */
export async function measureBookings(
  { rounds, seconds }: Pick<ScaleOptions, 'rounds' | 'seconds'>,
  here: Target,
  smallest: Target,
) {
  const sides = { smallest, here };
  const names = here === smallest ? (['here'] as const) : (['smallest', 'here'] as const);
  const rates = { smallest: [] as number[], here: [] as number[] };
  for (const name of names) await sides[name].book(Math.min(seconds, WARM_UP_SECONDS));
  const latencies: number[] = [];
  await alternate({ rounds }, names, async (name, round) => {
    const result = await sides[name].book(seconds);
    rates[name][round] = result.perSecond;
    if (name === 'here') latencies.push(...result.latencies);
  });
  const steady = await here.book(seconds, { perSecond: 50 });
  for (const name of names) {
    say(`  bookings, ${name}: ${rates[name].map((rate) => rate.toFixed(0)).join(' ')} a second`);
  }
  return {
    perSecond: median(rates.here),
    vsSmallest: here === smallest ? 1 : ratio(rates.here, rates.smallest),
    p99InFlightMs: percentile(latencies, 0.99),
    p99AtFiftyPerSecondMs: percentile(steady.latencies, 0.99),
  };
}

export type BookingCosts = Awaited<ReturnType<typeof measureBookings>>;
