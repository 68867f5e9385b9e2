import type { Core } from '@strapi/strapi';
import type { ActivityEntry, ActivityNames } from '../../../shared/activity-log';
import { appointmentNames, venueNames } from '../venue/names';
import { administratorNames } from './administrator';

function distinct(ids: Array<string | null>): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

/** What the ids of entries are called now; three statements however many entries there are. */
export async function activityNames(
  strapi: Core.Strapi,
  entries: ActivityEntry[],
): Promise<ActivityNames> {
  const knex = strapi.db.connection;
  return {
    actors: await administratorNames(strapi, distinct(entries.map(({ actor }) => actor))),
    venues: await venueNames(knex, distinct(entries.map(({ venue }) => venue))),
    appointments: await appointmentNames(
      knex,
      distinct(entries.map(({ appointment }) => appointment)),
    ),
  };
}
