import { startLinked } from './linked';
import type { Linked } from './linked';
import { createPartner } from './partner';
import type { Partner } from './partner';
import { startVenue } from './strapi';
import type { RunningVenue } from './strapi';

/** What the tests of one file have: a running venue, Onefit as its caller, and a linked place. */
export interface LinkedSuite {
  venue: RunningVenue;
  onefit: Partner;
  /** made anew before each test */
  linked: Linked;
}

/**
 * Starts a venue for the tests of a file, and before each of them empties it and links a place.
 *
 * @param now at which its clock then stands; without it, it runs
 */
export function linkedSuite(now?: Date): LinkedSuite {
  const suite = {} as LinkedSuite;

  beforeAll(async () => {
    suite.venue = await startVenue();
    suite.onefit = createPartner(suite.venue.url, suite.venue.clock.now);
  }, 60_000);

  afterAll(() => suite.venue.stop());

  beforeEach(async () => {
    suite.linked = await startLinked(suite.venue, suite.onefit);
    if (now) suite.venue.clock.set(now);
  });

  return suite;
}
