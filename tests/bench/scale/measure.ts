import { connect } from '../../support/connect';
import type { Knex } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import type { TestDatabase } from '../../support/database';
import { startVenue } from '../../support/strapi';
import type { VenueProcess } from '../../support/venue-process';
import type { Generator } from '../load/generator';
import { say } from '../shared/progress';
import { measureBookings, targetOf } from './booking';
import type { BookingCosts, Target } from './booking';
import { fillVenues } from './fill/fill';
import { megabytesOf, processorSeconds, startInstance } from './instance';
import { measureJobs } from './jobs';
import type { JobCosts } from './jobs';
import type { ScaleOptions } from './options';
import { measureOutbound, sendingOf } from './outbound';
import type { OutboundCosts } from './outbound';
import { measurePages } from './pages';
import type { PageTimes } from './pages';
import { measureSizes } from './sizes';
import type { Sizes } from './sizes';

/** All that is measured at one number of venues. */
export interface Measured {
  venues: number;
  fillSeconds: number;
  sizes: Sizes;
  outbound: OutboundCosts;
  jobs: JobCosts;
  pages: PageTimes;
  bookings: BookingCosts;
  instance: {
    startMs: number;
    settledMs: number;
    idleMegabytes: number;
    busyMegabytes: number;
    /** of the instance alone, for one booking and for one call of an open Schedule */
    bookingProcessorMs: number;
    deskProcessorMs: number;
  };
}

/** A filled database with an instance on it. */
export interface Standing {
  target: Target;
  stop(): Promise<void>;
}

/** What the product's own functions cost, in this process: nobody else uses the database. */
async function measureInside(database: TestDatabase, knex: Knex, fill: () => Promise<void>) {
  // Started on an empty database, so that nothing of the start is at work while it is measured.
  const venue = await startVenue({}, database);
  try {
    const began = performance.now();
    await fill();
    const fillSeconds = (performance.now() - began) / 1000;
    say(`  filled in ${fillSeconds.toFixed(0)} s; everything is due`);
    const outbound = await measureOutbound(venue);
    const sizes = await measureSizes(knex);
    say('  the jobs of the clock');
    const nobody = { put: notAsked, held: notAsked };
    const jobs = await measureJobs(venue, sendingOf(venue, nobody));
    return { fillSeconds, outbound, sizes, jobs };
  } finally {
    await venue.strapi.destroy();
  }
}

function notAsked(): Promise<never> {
  return Promise.reject(new Error('Onefit was not to be asked.'));
}

/**
 * Fills a database and measures everything on it.
 *
 * @param smallest what bookings are held against; null = this is the smallest
 * @returns what was measured, and what still stands: the caller stops it
 */
export async function measureAt(
  venues: number,
  options: ScaleOptions,
  generator: Generator,
  smallest: Target | null,
): Promise<{ measured: Measured; standing: Standing }> {
  const database = await makeDatabase('postgres');
  const knex = connect(database);
  let server: VenueProcess | null = null;
  const standing = {
    async stop() {
      await server?.stop();
      await knex.destroy();
      await database.drop();
    },
  };
  try {
    const inside = await measureInside(database, knex, () =>
      fillVenues(knex, venues, options.historyWeeks, new Date()),
    );
    await knex.raw('VACUUM ANALYZE');
    const started = await startInstance(database);
    server = started.server;
    say('  pages');
    const { times: pages, deskProcessorMs } = await measurePages(server, knex);
    const target = await targetOf(generator, server.url, knex, venues);
    const before = await processorSeconds(server.pid);
    const bookings = await measureBookings(options, target, smallest ?? target);
    const taken = (await processorSeconds(server.pid)) - before;
    const { startMs, settledMs, idleMegabytes } = started;
    const instance = {
      ...{ startMs, settledMs, idleMegabytes, deskProcessorMs },
      busyMegabytes: await megabytesOf(server),
      bookingProcessorMs: (taken * 1000) / target.asked(),
    };
    return {
      measured: { venues, ...inside, pages, bookings, instance },
      standing: { ...standing, target },
    };
  } catch (error) {
    await standing.stop();
    throw error;
  }
}
