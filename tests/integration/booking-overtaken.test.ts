import { readAppointment } from '../../src/api/appointment/domain/appointment-row';
import { cancel } from '../../src/api/booking/domain/cancel';
import { BOOKINGS } from '../../src/api/booking/domain/booking-row';
import type { BookingRow } from '../../src/api/booking/domain/booking-row';
import { takingSpot } from '../../src/api/booking/domain/spot';
import { Collision } from '../../src/database/errors';
import { changeRows } from '../../src/database/rows';
import type { Trx } from '../../src/database/trx';
import { bookingsOf, ownBooking } from '../support/booking-service';
import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { member } from '../support/partner';
import { linkedSuite } from '../support/linked-suite';

/**
 * A booking is decided from what its transaction read, and another one may commit before it writes.
 * What the last statement then meets is put into the row here, without the luck of a race.
 */
const suite = linkedSuite();
let session: Doc & { id: number };
/** a booking of another session, whose relation is the one that is written */
let booking: BookingRow;

beforeEach(async () => {
  const activity = await makeActivity(suite.venue.strapi, suite.linked);
  const other = await makeAppointment(suite.venue, activity);
  await suite.onefit.book(suite.linked.uuid, 'first', other.documentId, member('first'));
  session = (await makeAppointment(suite.venue, activity)) as typeof session;
  booking = (await suite.venue.strapi.db.connection(BOOKINGS).first('*')) as BookingRow;
});

/** Does something in a transaction that is undone afterwards, and gives what it gave. */
async function undone<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const trx = (await suite.venue.strapi.db.connection.transaction()) as unknown as Trx & {
    rollback(): Promise<void>;
  };
  try {
    return await work(trx);
  } finally {
    await trx.rollback();
  }
}

interface Counts {
  booked: number;
  booked_by_aggregator: number;
}

/** Whether a spot is taken from a row that holds this meanwhile, and what it holds afterwards. */
function taking(row: object, source: 'own' | 'onefit' = 'onefit') {
  return undone(async (trx) => {
    const appointment = () => trx('appointments').where({ id: session.id });
    await appointment().update(row);
    const taken = (await changeRows(trx, takingSpot(session, source))) === 1;
    const after = await appointment().first<Counts>('booked', 'booked_by_aggregator');
    return { taken, ...after };
  });
}

describe('the last spot, taken meanwhile', () => {
  it.each([
    ['the place is full', { capacity: 3, booked: 3 }, 'onefit'],
    ['it is full for the venue’s own too', { capacity: 3, booked: 3 }, 'own'],
    ['the capacity fell below what is booked', { capacity: 2, booked: 3 }, 'own'],
    ['the limit is reached', { spot_limit: 2, booked: 2, booked_by_aggregator: 2 }, 'onefit'],
    ['the limit fell', { spot_limit: 0, booked: 2, booked_by_aggregator: 2 }, 'onefit'],
    ['the appointment was cancelled', { state: 'cancelled' }, 'onefit'],
    ['it was cancelled, for the venue’s own', { state: 'cancelled' }, 'own'],
    ['aggregators are no longer allowed', { aggregator_allowed: false }, 'onefit'],
  ] as const)('is not given: %s', async (_, row, source) => {
    const { booked = 0, booked_by_aggregator = 0 } = row as Partial<Counts>;
    expect(await taking(row, source)).toEqual({ taken: false, booked, booked_by_aggregator });
  });

  it.each([
    ['one place is left', { capacity: 3, booked: 2 }, 'onefit', 1],
    [
      'one of the limit is left',
      { spot_limit: 2, booked: 1, booked_by_aggregator: 1 },
      'onefit',
      2,
    ],
    ['the limit does not bind the venue’s own', { spot_limit: 0, booked: 2 }, 'own', 0],
    ['nor does the rule', { aggregator_allowed: false, booked: 2 }, 'own', 0],
  ] as const)('is given and counted: %s', async (_, row, source, byAggregator) => {
    expect(await taking(row, source)).toEqual({
      taken: true,
      booked: row.booked + 1,
      booked_by_aggregator: byAggregator,
    });
  });
});

describe('a booking that was decided while a spot was free', () => {
  class Undone extends Error {}

  /** Books from what was read before the row became this; gives how many bookings there are then. */
  async function booking(row: object): Promise<number> {
    const service = bookingsOf<Trx>(suite.venue.strapi);
    let made = 0;
    const working = service.transaction(async (trx) => {
      const appointment = await readAppointment(trx, session.documentId);
      const [holder] = await trx('customers').select<Array<{ id: number; document_id: string }>>();
      if (!holder) throw new Error('There is no customer to book for.');
      await trx('appointments').where({ id: session.id }).update(row);
      const seen = { appointment, holdsPlace: false, product: null };
      const customer = { id: holder.id, documentId: holder.document_id };
      await service.book({ ...ownBooking(session, customer), seen });
      made = (await trx(BOOKINGS).where({ appointment_key: session.documentId })).length;
      throw new Undone();
    });
    await working.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
    return made;
  }

  it('is written while it still is', async () => {
    expect(await booking({ capacity: 1 })).toBe(1);
  });

  it.each([
    ['taken', { capacity: 1, booked: 1 }, 'appointment_full'],
    ['cancelled', { state: 'cancelled' }, 'appointment_cancelled'],
  ])('is refused where it is %s by then', async (_, row, code) => {
    await expect(booking(row)).rejects.toMatchObject({ code });
  });
});

describe('a booking, cancelled meanwhile', () => {
  it.each(['cancelled', 'late_cancelled', 'checked_in', 'cancelled_by_venue'])(
    'is read again when it is %s by then',
    async (state) => {
      const cancelling = undone(async (trx) => {
        await trx(BOOKINGS).where({ id: booking.id }).update({ state });
        return cancel(trx, booking, 'cancelled', { source: 'onefit', actor: null }, new Date());
      });
      await expect(cancelling).rejects.toBeInstanceOf(Collision);
    },
  );

  it('gives up its spot and its place when nobody was faster', async () => {
    const after = await undone(async (trx) => {
      await cancel(trx, booking, 'cancelled', { source: 'onefit', actor: null }, new Date());
      const row = (await trx(BOOKINGS).where({ id: booking.id }).first('*')) as BookingRow & {
        active_key: string | null;
      };
      const counts = await trx('appointments')
        .where({ document_id: booking.appointment_key })
        .first<Counts>('booked', 'booked_by_aggregator');
      return { state: row.state, activeKey: row.active_key, ...counts };
    });
    expect(after).toEqual({
      state: 'cancelled',
      activeKey: null,
      booked: 0,
      booked_by_aggregator: 0,
    });
  });
});
