import { emptyTables, makePlace } from './content';
import type { Place } from './content';
import { signInStaff } from './staff';
import type { Staff } from './staff';
import { startVenue } from './strapi';
import type { RunningVenue } from './strapi';

/** What the tests of one file have: a running venue, somebody signed in to its panel, and a place. */
export interface StaffSuite {
  venue: RunningVenue;
  staff: Staff;
  /** made anew before each test */
  place: Place;
}

/**
 * Starts a venue for the tests of a file and signs somebody in; before each test it is emptied.
 *
 * @param role of whoever is signed in
 * @param now at which its clock then stands; without it, it runs
 */
export function staffSuite(role: Parameters<typeof signInStaff>[1], now?: string): StaffSuite {
  const suite = {} as StaffSuite;

  beforeAll(async () => {
    suite.venue = await startVenue();
    suite.staff = await signInStaff(suite.venue, role);
  }, 60_000);

  afterAll(() => suite.venue.stop());

  beforeEach(async () => {
    await emptyTables(suite.venue.strapi);
    if (now === undefined) suite.venue.clock.release();
    else suite.venue.clock.set(now);
    suite.place = await makePlace(suite.venue.strapi);
  });

  return suite;
}
