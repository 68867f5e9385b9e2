import { linkVenue, unlinkVenue } from '../market/venue-link';
import { instant } from '../venue/ports';
import { findVenue } from '../venue/venues';
import type { LinkedVenue } from '../venue/venues';
import type {
  unlinkVenue as unlinkOperation,
  getVenue as getOperation,
  linkVenue as linkOperation,
} from '../wire/operations/venue';
import { Problem } from '../wire/problems';
import { toVenue } from '../wire/venue';
import type { Handler } from './context';

type OwnedVenue = LinkedVenue & { companyUuid: string };

function owned(venue: LinkedVenue | null): OwnedVenue {
  if (venue?.companyUuid == null) throw new Problem('not_found');
  return { ...venue, companyUuid: venue.companyUuid };
}

function venueAnswer(venue: OwnedVenue) {
  const { onefitVenueId, linkedAt } = venue;
  return toVenue({
    id: venue.uuid,
    companyId: venue.companyUuid,
    name: venue.name,
    timeZone: venue.timeZone,
    link:
      onefitVenueId !== null && linkedAt !== null
        ? { onefitVenueId, linkedAt: instant(linkedAt) }
        : null,
  });
}

/** `GET /venues/{venueId}`, also for a venue that is not linked yet. */
export const getVenue: Handler<typeof getOperation> = async ({ strapi }, { params }) => ({
  status: 200,
  body: venueAnswer(owned(await findVenue(strapi.db.connection, params.venueId))),
});

/** `PUT /venues/{venueId}/link`: Onefit's support links the venue; what waited goes out. */
export const link: Handler<typeof linkOperation> = async (
  { venue, clock, wake, tell },
  { params, body },
) => {
  const answer = await venue().bookings.transaction(async (trx) => {
    const found = owned(await findVenue(trx, params.venueId));
    if (found.companyUuid !== body.companyId.toLowerCase()) throw new Problem('not_found');
    if (found.orderId === null) throw new Problem('extension_not_ordered');
    const { onefitVenueId } = body;
    const linkedAt = await linkVenue(trx, found.venueKey, onefitVenueId, clock.now());
    return { status: 200 as const, body: venueAnswer({ ...found, onefitVenueId, linkedAt }) };
  });
  wake();
  tell();
  return answer;
};

/** `DELETE /venues/{venueId}/link`: sending stops, bookings stay. */
export const unlink: Handler<typeof unlinkOperation> = async ({ venue, clock }, { params }) =>
  venue().bookings.transaction(async (trx) => {
    const found = owned(await findVenue(trx, params.venueId));
    await unlinkVenue(trx, found.venueKey, clock.now());
    return { status: 204 };
  });
