import { emptyTables, makePlace } from './content';
import type { Place } from './content';
import { createPartner } from './partner';
import type { Partner } from './partner';
import { signInStaff } from './staff';
import type { Staff } from './staff';
import { startVenue } from './strapi';
import type { RunningVenue } from './strapi';

/** A running venue with staff signed in and Onefit's side of the partner API. */
export interface Connected {
  venue: RunningVenue;
  staff: Staff;
  onefit: Partner;
  /** Empties the tables, makes a venue, orders the extension and links it. */
  freshPlace(): Promise<Place>;
}

export async function startConnected(env: Record<string, string> = {}): Promise<Connected> {
  const venue = await startVenue(env);
  const staff = await signInStaff(venue);
  const onefit = createPartner(venue.url, venue.clock.now);
  return {
    venue,
    staff,
    onefit,
    async freshPlace() {
      await emptyTables(venue.strapi);
      venue.clock.release();
      const place = await makePlace(venue.strapi);
      await staff
        .post('/onefit-aggregator/extension-order', { contactEmail: 'manager@venue.example' })
        .expect(201);
      expect((await onefit.link(place.venue.uuid, place.company.uuid)).status).toBe(200);
      return place;
    },
  };
}
