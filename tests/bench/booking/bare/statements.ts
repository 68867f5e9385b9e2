import type { Knex } from 'knex';
import { book as bookPlace } from '../../../../src/api/booking/domain/book';
import { look } from '../../../../src/api/booking/domain/look';
import type { Trx } from '../../../../src/database/trx';
import { entryRow } from '../../../../src/plugins/onefit-aggregator/server/src/activity-log/write';
import { raising } from '../../../../src/plugins/onefit-aggregator/server/src/outbound/mark';
import {
  askingForVenue,
  venueIn,
} from '../../../../src/plugins/onefit-aggregator/server/src/venue/venues';

/** What the bare server is asked for. */
export interface BareRequest {
  venue: string;
  booking: string;
  session: string;
  member: string;
}

const PRODUCT = 'onefit';

/**
 * Runs the statements of one booking in one transaction. They are the product's own, so that both
 * run the same SQL whatever becomes of it; everything around them is left out.
 */
export async function book(knex: Knex, request: BareRequest): Promise<{ id: number }> {
  const { venue, booking, session, member } = request;
  return knex.transaction(async (begun) => {
    const trx = begun as unknown as Trx;
    const now = new Date();
    const asked = {
      source: 'onefit',
      bookingId: booking,
      memberId: member,
      appointment: session,
      product: PRODUCT,
    } as const;
    const seen = await look(trx, asked, askingForVenue(trx, venue));
    const found = venueIn(seen.asked);
    if (!found || !seen.customer) throw new Error('The database is not filled.');
    const subject = { venue: found.venueKey, booking, appointment: session };
    const entry = { kind: 'booking_made', outcome: 'done', source: 'onefit', ...subject } as const;
    const { booking: made } = await bookPlace(
      trx,
      {
        appointment: session,
        customer: seen.customer,
        product: { systemKey: PRODUCT },
        source: 'onefit',
        venue: found.venueKey,
        external: { bookingId: booking, memberId: member },
        aggregatorsServed: true,
        actor: null,
        beside: [entryRow(entry, now)],
        seen,
        along: [raising(session, now)],
      },
      now,
    );
    return { id: made.id };
  });
}
