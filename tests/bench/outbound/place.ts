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
