import { setTimeout as sleep } from 'node:timers/promises';
import type { Sending } from '../../../src/plugins/onefit-aggregator/server/src/outbound/deliver';
import type { OnefitClient } from '../../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { createSender } from '../../../src/plugins/onefit-aggregator/server/src/outbound/sender';
import { venueOf } from '../../../src/plugins/onefit-aggregator/server/src/venue/venue';
import type { RunningVenue } from '../../support/strapi';
import { countDue } from '../outbound/link';

/** How long Onefit takes to answer a batch. */
const ANSWER_MS = 50;
const PATIENCE_MS = 15 * 60_000;
const ACCEPTED = { outcome: 'accepted', code: null, detail: null } as const;

/** An Onefit that accepts everything, as quickly as one across the internet may. */
function accepting(): { client: OnefitClient; calls: () => number } {
  let calls = 0;
  const client: OnefitClient = {
    async put(_venue, _kind, items) {
      calls += 1;
      await sleep(ANSWER_MS);
      return items.map(({ id }) => ({ id, ...ACCEPTED }));
    },
    held: () => Promise.reject(new Error('Nothing was to be compared.')),
  };
  return { client, calls: () => calls };
}

export function sendingOf({ strapi, clock }: RunningVenue, client: OnefitClient): Sending {
  return { strapi, venue: venueOf(strapi), client, clock };
}

/** Asks the pool for a connection again and again; gives the longest that it took. */
function watchPool({ strapi }: RunningVenue): () => Promise<number> {
  const stop = new AbortController();
  let longest = 0;
  const watching = (async () => {
    while (!stop.signal.aborted) {
      const began = performance.now();
      await strapi.db.connection.raw('SELECT 1');
      longest = Math.max(longest, performance.now() - began);
      await sleep(100);
    }
  })();
  return async () => {
    stop.abort();
    await watching;
    return longest;
  };
}

/**
 * Everything is due at every venue at once, as after an outage of Onefit: the product's own sender
 * works it off. `longestWaitMs` is what a request of somebody else waited for its turn meanwhile.
 */
export async function measureOutbound(venue: RunningVenue) {
  const knex = venue.strapi.db.connection;
  const due = await countDue(knex);
  const { client, calls } = accepting();
  const sender = createSender(sendingOf(venue, client));
  const watched = watchPool(venue);
  const began = performance.now();
  sender.start();
  try {
    while ((await countDue(knex)) > 0) {
      if (performance.now() - began > PATIENCE_MS) throw new Error('Onefit did not get it all.');
      await sleep(200);
    }
  } finally {
    await sender.stop();
  }
  const seconds = (performance.now() - began) / 1000;
  await knex.raw('VACUUM ANALYZE onefit_sync_records');
  return {
    itemsPerSecond: due / seconds,
    callsPerHundred: (calls() * 100) / due,
    longestWaitMs: await watched(),
  };
}

export type OutboundCosts = Awaited<ReturnType<typeof measureOutbound>>;
