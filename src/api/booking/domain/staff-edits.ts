import { bookingsOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { enteredRelation } from '../../../content/relation-input';
import { guardEdits } from '../../../content/staff-edits';
import type { Edit } from '../../../content/staff-edits';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { PRODUCTS } from '../../product/domain/product-row';
import type { BookingService } from '../services/booking';
import { readBooking } from './booking-row';
import type { BookingRow, BookingState } from './booking-row';
import type { CustomerRef } from './book';
import { bookingNotFound, lockedByOnefit } from './refusals';

const UID = 'api::booking.booking';

async function chosen(
  trx: Trx,
  table: string,
  input: unknown,
): Promise<{ id: number; documentId: string } | null> {
  const documentId = await enteredRelation(trx, table, input);
  if (documentId === null || documentId === 'unchanged') return null;
  const row: unknown = await trx(table).where({ document_id: documentId }).first('id');
  if (row === undefined) return null;
  return { id: (row as { id: number }).id, documentId };
}

/** What is said of the parts that a booking needs, and of those that it keeps. */
const PARTS = {
  product: { missing: say`Choose the product of this booking.` },
  appointment: {
    missing: say`Choose the appointment of this booking.`,
    kept: say`The appointment of a booking cannot be changed. Cancel the booking and make a new one.`,
  },
  customer: {
    missing: say`Choose the customer of this booking.`,
    kept: say`The customer of a booking cannot be changed. Cancel the booking and make a new one.`,
  },
} as const;

function required(what: keyof typeof PARTS): Refusal {
  return new Refusal(`${what}_required`, PARTS[what].missing);
}

async function chosenProduct(trx: Trx, input: unknown) {
  const product = await chosen(trx, PRODUCTS, input);
  if (!product) throw required('product');
  return product;
}

async function assertSame(
  trx: Trx,
  table: string,
  input: unknown,
  key: string | null,
  what: 'appointment' | 'customer',
) {
  const entered = await enteredRelation(trx, table, input);
  if (entered !== 'unchanged' && entered !== key) {
    throw new Refusal('booking_keeps_its_place', PARTS[what].kept);
  }
}

/** Takes a change of state the one way there is; anything else is refused by the service. */
async function changeState(
  bookings: BookingService,
  booking: BookingRow,
  state: BookingState,
  actor: string | null,
) {
  const author = { source: 'own', actor } as const;
  if (state === 'cancelled' || state === 'late_cancelled') {
    return bookings.cancel(booking.document_id, state, author);
  }
  if (state === 'checked_in') return bookings.checkIn(booking.document_id, author);
  if (state === 'no_show') return bookings.markNoShow(booking.document_id, author);
  if (state === 'confirmed') return bookings.clearAttendance(booking.document_id, author);
  throw new Refusal(
    'state_invalid',
    say`A booking cannot be put into this state by hand. Cancel it, check it in or mark a no-show.`,
  );
}

async function bookByHand(bookings: BookingService, { trx, data, actor }: Edit) {
  const appointment = await chosen(trx, 'appointments', data.appointment);
  if (!appointment) throw required('appointment');
  const customer = await chosen(trx, 'customers', data.customer);
  if (!customer) throw required('customer');
  const product = await chosenProduct(trx, data.product);
  return bookings.book({
    appointment: appointment.documentId,
    customer: customer satisfies CustomerRef,
    product,
    source: 'own',
    venue: null,
    external: null,
    aggregatorsServed: false,
    actor,
  });
}

/**
 * Staff's edits of bookings in the content manager or an API: every one of them goes through the
 * booking service, so that there is one way to take or free a spot. Bookings of Onefit are read
 * only, and no booking is ever deleted: it is cancelled and stays in the history.
 */
export function guardBookings(strapi: Core.Strapi): void {
  const bookings = () => bookingsOf(strapi);
  const reread = (documentId: string) =>
    strapi.documents(UID).findOne({ documentId, populate: '*' });

  guardEdits(strapi, UID, {
    async create(edit) {
      const booking = await bookByHand(bookings(), edit);
      return reread(booking.document_id);
    },

    async update({ trx, documentId, data, actor }) {
      const booking = documentId === null ? null : await readBooking(trx, documentId);
      if (!booking) throw bookingNotFound();
      if (booking.source !== 'own') throw lockedByOnefit();
      await assertSame(
        trx,
        'appointments',
        data.appointment,
        booking.appointment_key,
        'appointment',
      );
      await assertSame(trx, 'customers', data.customer, booking.customer_key, 'customer');
      if ((await enteredRelation(trx, PRODUCTS, data.product)) !== 'unchanged') {
        const product = await chosenProduct(trx, data.product);
        await bookings().chooseProduct(booking.document_id, product.documentId);
      }
      const state = data.state as BookingState | undefined;
      if (state !== undefined && state !== booking.state) {
        await changeState(bookings(), booking, state, actor);
      }
      return reread(booking.document_id);
    },

    async delete({ trx, documentId }) {
      const booking = documentId === null ? null : await readBooking(trx, documentId);
      if (!booking) throw bookingNotFound();
      if (booking.source !== 'own') throw lockedByOnefit();
      throw new Refusal(
        'booking_kept',
        say`A booking is not deleted: its history belongs to the reports. Cancel it instead.`,
      );
    },

    async clone() {
      throw new Refusal('clone_refused', say`A booking cannot be duplicated. Make a new one.`);
    },
  });
}
