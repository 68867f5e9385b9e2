import type { Core } from '@strapi/strapi';
import { forgetOldActivities } from './activity-log/retention';
import { clockOf } from './clock';
import { forgetOldNotices } from './market/notice-retention';
import { LeaseLost, underLease } from './outbound/lease';
import { auditByNight } from './outbound/nightly-audit';
import { forgetOldRecords } from './outbound/retention';
import { startJobs } from './outbound/schedule';
import { lackingOf, venueOf } from './venue/venue';

const FORGET_LEASE_MS = 30 * 60_000;

/** Jobs of the night that need nothing of the connection: they forget what is old, and look. */
export function createNights(strapi: Core.Strapi) {
  const clock = { now: () => clockOf(strapi).now() };
  let stopping = false;
  let stopJobs: (() => Promise<void>) | null = null;

  async function hold(): Promise<void> {
    if (stopping) throw new LeaseLost('stopping');
  }

  /** A night that is broken off, since the process ends, is no failure. */
  async function audit(): Promise<void> {
    await auditByNight(strapi, clock, hold).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) throw error;
    });
  }

  /** What is forgotten, in the order of the night; the names of the jobs are those of their leases. */
  function forgetting() {
    const knex = strapi.db.connection;
    const { bookings, customers } = venueOf(strapi);
    return [
      ['activity-log', '40 3 * * *', () => forgetOldActivities(knex, clock.now())],
      ['notices', '45 3 * * *', () => forgetOldNotices(knex, clock.now())],
      ['tombstones', '50 3 * * *', () => bookings.forgetTombstones()],
      ['erased-customers', '52 3 * * *', () => customers.forgetErased()],
      ['sync-records', '55 3 * * *', () => forgetOldRecords(knex, clock.now())],
    ] as const;
  }

  return {
    /** Starts the jobs, in a process that runs some and a project that has what they stand on. */
    start(): void {
      if (lackingOf(strapi) || !strapi.config.get<boolean>('jobs.run', true)) return;
      stopJobs = startJobs(strapi, [
        ...forgetting().map(([name, cron, forget]) => ({
          name,
          cron,
          run: () => underLease(strapi.db.connection, name, FORGET_LEASE_MS, clock, forget),
        })),
        // After the comparisons of the night, which may have mended something.
        { name: 'audit', cron: '10 5 * * *', run: audit },
      ]);
    },

    /** Begins nothing more and waits for what is under way. */
    async stop(): Promise<void> {
      stopping = true;
      await stopJobs?.();
    },
  };
}
