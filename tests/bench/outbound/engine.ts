import { settle } from '../../../src/plugins/onefit-aggregator/server/src/outbound/acknowledge';
import { claim } from '../../../src/plugins/onefit-aggregator/server/src/outbound/claim';
import { deliverBatch } from '../../../src/plugins/onefit-aggregator/server/src/outbound/deliver';
import type { OnefitClient } from '../../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { venueOf } from '../../../src/plugins/onefit-aggregator/server/src/venue/venue';
import { countDue, makeAllDue } from './link';
import type { Place } from './place';

const BATCH = 100;

const ACCEPTED = { outcome: 'accepted', code: null, detail: null } as const;

/** Runs what is due to the end; gives items a second. */
async function timed(place: Place, work: () => Promise<void>): Promise<number> {
  const knex = place.venue.strapi.db.connection;
  await makeAllDue(knex);
  // Half a table of dead rows is what a bulk load leaves, not what a venue has.
  await knex.raw('VACUUM ANALYZE onefit_sync_records');
  const began = performance.now();
  await work();
  const perSecond = (place.sessions * 1000) / (performance.now() - began);
  const left = await countDue(knex);
  if (left > 0) throw new Error(`${left} sessions were not acknowledged.`);
  return perSecond;
}

/** Claims and acknowledges in batches, with nothing sent in between. */
export function claimAndAcknowledge(place: Place): Promise<number> {
  const { strapi, clock } = place.venue;
  const venue = venueOf(strapi);
  return timed(place, async () => {
    for (;;) {
      const held = await claim(venue, place.venueKey, BATCH, clock.now());
      if (!held) return;
      const items = held.records.map((record) => ({
        record,
        wireId: record.subject,
        payload: null,
        fingerprint: null,
      }));
      const results = items.map(() => ACCEPTED);
      await venue.bookings.transaction((trx) => settle(trx, held, items, results, clock.now()));
    }
  });
}

/** An Onefit that accepts everything at once. */
const accepting: Pick<OnefitClient, 'put'> = {
  put: async (_venue, _kind, items) => items.map(({ id }) => ({ id, ...ACCEPTED })),
};

/** The whole way of a batch, its payload built from the appointments as they are; nothing is sent. */
export function deliver(place: Place): Promise<number> {
  const { strapi, clock } = place.venue;
  const client = accepting as OnefitClient;
  const sending = { strapi, venue: venueOf(strapi), client, clock };
  const destination = { venueKey: place.venueKey, uuid: place.uuid, attempts: 0 };
  return timed(place, async () => {
    for (;;) {
      const outcome = await deliverBatch(sending, destination);
      if (outcome === 'failed') throw new Error('A batch could not be delivered.');
      if (outcome === 'done') return;
    }
  });
}
