import type { Core } from '@strapi/strapi';
import { clockOf } from './clock';
import { forgetOldNotices } from './market/notice-retention';
import { LeaseLost, underLease } from './outbound/lease';
import { auditByNight } from './outbound/nightly-audit';
import { startJobs } from './outbound/schedule';
import { lackingOf } from './venue/venue';

const FORGET_LEASE_MS = 30 * 60_000;

/** Jobs of the night that need nothing of the connection: they look, and forget what is old. */
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

  async function forgetNotices(): Promise<void> {
    const knex = strapi.db.connection;
    const forget = () => forgetOldNotices(knex, clock.now());
    await underLease(knex, 'notices', FORGET_LEASE_MS, clock, forget);
  }

  return {
    /** Starts the jobs, in a process that runs some and a project that has what they stand on. */
    start(): void {
      if (lackingOf(strapi) || !strapi.config.get<boolean>('jobs.run', true)) return;
      stopJobs = startJobs(strapi, [
        { name: 'old notices', cron: '45 3 * * *', run: forgetNotices },
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
