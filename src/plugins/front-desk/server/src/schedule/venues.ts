import type { Knex } from '../venue';

/** A venue to choose from. */
export interface ListedVenue {
  documentId: string;
  name: string;
  timeZone: string;
}

const MOST_LISTED = 200;

/** The venues, by name. */
export async function listVenues(knex: Knex): Promise<ListedVenue[]> {
  return knex('venues')
    .orderBy(['name', 'id'])
    .limit(MOST_LISTED)
    .select<ListedVenue[]>({ documentId: 'document_id', name: 'name', timeZone: 'time_zone' });
}
