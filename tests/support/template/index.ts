import { copyDatabase, makeDatabase } from '../database';
import type { TestDatabase } from '../database';
import { startVenueProcess } from '../venue-process';

/** Names the template in the environment, which every worker of the suite has. */
const VARIABLE = 'TEST_TEMPLATE';

/**
 * Makes a database on which the project has started once. Its copies save a suite the making of a
 * hundred tables, which is most of what a start takes.
 */
export async function makeTemplate(): Promise<TestDatabase> {
  const template = await makeDatabase();
  const venue = await startVenueProcess(template);
  await venue.stop();
  process.env[VARIABLE] = template.name;
  return template;
}

/** A database for one suite: a copy of the template if there is one, else an empty one. */
export function databaseOfSuite(): Promise<TestDatabase> {
  const template = process.env[VARIABLE];
  return template === undefined ? makeDatabase() : copyDatabase(template);
}
