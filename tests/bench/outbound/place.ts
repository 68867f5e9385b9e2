import { startVenue } from '../../support/strapi';
import type { RunningVenue } from '../../support/strapi';
import { completeAppointments, fillVenue, VENUE_KEY } from '../fill/venue';

/** A booted Strapi on PostgreSQL with a linked venue that has so many sessions to offer. */
export interface Place {
  venue: RunningVenue;
  venueKey: string;
  uuid: string;
  sessions: number;
}

/** Boots the project with `sessions` coming sessions, all of which Onefit has acknowledged. */
export async function startPlace(
  sessions: number,
  env: Record<string, string> = {},
): Promise<Place> {
  process.env.TEST_DATABASE = 'postgres';
  const venue = await startVenue(env);
  const knex = venue.strapi.db.connection;
  const uuid = await fillVenue(knex, 'postgres', { sessions, members: 0 });
  await completeAppointments(knex, 'postgres');
  await knex.raw('ANALYZE');
  return { venue, venueKey: VENUE_KEY, uuid, sessions };
}

/** Makes every session due once more, as a change of all of them would. */
export async function makeAllDue({ venue }: Pick<Place, 'venue'>): Promise<void> {
  const knex = venue.strapi.db.connection;
  await knex('onefit_sync_records').update({
    desired_version: knex.raw('desired_version + 1'),
    attempts: 0,
    lease_token: null,
    lease_until: null,
  });
  // Half a table of dead rows is what a bulk load leaves, not what a venue has.
  await knex.raw('VACUUM ANALYZE onefit_sync_records');
}
