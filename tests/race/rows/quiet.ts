import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from '../../support/connect';

const LOOKS_ALIKE = 4;
const BETWEEN_MS = 300;
const PATIENCE_MS = 60_000;

async function picture(knex: Knex): Promise<string> {
  const counts = await Promise.all(
    ['bookings', 'booking_changes', 'customers', 'onefit_sync_records'].map((table) =>
      knex(table).count({ rows: '*' }).max({ last: 'updated_at' }).first(),
    ),
  );
  const spots: unknown = await knex('appointments')
    .sum({ booked: 'booked', capacity: 'capacity' })
    .first();
  return JSON.stringify([counts, spots]);
}

/**
 * Waits until nothing is written any more: calls whose sockets were cut may still be at work in a
 * server after everybody has gone.
 *
 * @throws Error when the database does not come to rest
 */
export async function untilQuiet(knex: Knex): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let last = '';
  for (let alike = 0; alike < LOOKS_ALIKE; ) {
    if (Date.now() > end) throw new Error('The database did not come to rest.');
    const now = await picture(knex);
    alike = now === last ? alike + 1 : 0;
    last = now;
    await sleep(BETWEEN_MS);
  }
}
