/**
 * `npm run seed -- [--timetable file.csv] [--weeks 4] [--time-zone Europe/Amsterdam] [--capacity 16]`
 *
 * Makes a venue from a studio's timetable: company, venue, products, activities with their dates,
 * some customers and bookings. Running it again makes nothing twice. The last line it prints is
 * JSON with `companyId`, `venueId` and counts.
 */
import { readFileSync } from 'node:fs';
import { withProject } from './open-project';
import { readOptions, SeedError } from './seed/options';
import { seedVenue } from './seed/seed-venue';
import { byClass, parseTimetable } from './seed/timetable';
import { TimetableError } from './seed/timetable-error';

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SeedError(`The timetable ${file} cannot be read. Give the path of a CSV file.`);
  }
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  // Everything that can be wrong with the input is known before anything is written.
  const activities = byClass(parseTimetable(readFile(options.timetable)));
  process.env.SCHEDULE_HORIZON_WEEKS = String(options.weeks);
  return withProject((strapi) => seedVenue(strapi, activities, options));
}

main().then(
  (summary) => {
    console.log(JSON.stringify(summary));
    process.exit(0);
  },
  (error: unknown) => {
    const expected = error instanceof SeedError || error instanceof TimetableError;
    console.error(expected ? error.message : error);
    if (expected) console.error('Nothing was written.');
    process.exit(1);
  },
);
