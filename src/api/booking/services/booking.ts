import { appointmentsOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { isTransient } from '../../../database/errors';
import { inTransaction } from '../../../database/transaction';
import type { Trx } from '../../../database/trx';
import { createAnnouncer } from '../../../domain/announcer';
import { clockOf } from '../../../domain/clock';
import { checkIn, clearAttendance, markNoShow } from '../domain/attendance';
import { book } from '../domain/book';
import type { BookRequest } from '../domain/book';
import { readBooking, readByExternalId } from '../domain/booking-row';
import type { BookingRow, CancelledState } from '../domain/booking-row';
import { cancel, cancelAllOf } from '../domain/cancel';
import { chooseProduct } from '../domain/choose-product';
import type { Author } from '../domain/history';
import { bookingNotFound } from '../domain/refusals';
import { look } from '../domain/look';
import {
  fillCancelledUnseen,
  forgetOldTombstones,
  recordCancelledUnseen,
} from '../domain/tombstone';
import { undo } from '../domain/undo';

/**
 * The one place in which bookings are decided, for staff and for aggregators alike. Each call is
 * one transaction of its own, or part of the caller's, and announces the appointments it changed.
 */
export function createBookingService(strapi: Core.Strapi) {
  const outcomes = createAnnouncer<BookingRow>();
  const now = () => clockOf(strapi).now();
  const appointments = () => appointmentsOf(strapi);
  const transaction = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(strapi, work);

  async function announceSpots(trx: Trx, booking: BookingRow) {
    if (booking.appointment_key !== null) {
      await appointments().announce(trx, [booking.appointment_key]);
    }
  }

  /** The aggregator knows what it did itself; it is told what happened at the venue. */
  async function announceOutcome(trx: Trx, booking: BookingRow, author: Author) {
    if (author.source !== booking.source) await outcomes.announce(trx, [booking]);
  }

  async function found(trx: Trx, documentId: string): Promise<BookingRow> {
    const booking = await readBooking(trx, documentId);
    if (!booking) throw bookingNotFound();
    return booking;
  }

  return {
    /** Subscribes to what the venue did to bookings, inside the transaction that does it. */
    onOutcome: outcomes.on,
    transaction,
    /** Whether a database error passes by itself: the same request may be sent again. */
    isTransient,
    readByExternalId,
    look,
    recordCancelledUnseen,
    fillCancelledUnseen,

    /** Forgets what is left of bookings that never came; gives how many. */
    forgetTombstones: () => forgetOldTombstones(transaction, now()),

    /** Books a place; see `book` for the refusals. */
    book: (request: BookRequest) =>
      transaction(async (trx) => {
        const announcement = appointments().announcement(request.appointment);
        const booked = await book(trx, { ...request, along: announcement.changes }, now());
        await announcement.made(trx, booked.along);
        return booked.booking;
      }),

    /** Cancels one booking; gives it as it stands, changed or not. */
    cancel: (
      documentId: string,
      outcome: Exclude<CancelledState, 'cancelled_by_venue'>,
      author: Author,
    ) =>
      transaction(async (trx) => {
        const result = await cancel(trx, await found(trx, documentId), outcome, author, now());
        if (result.changed) await announceSpots(trx, result.booking);
        return result.booking;
      }),

    /** Marks presence. */
    checkIn: (documentId: string, author: Author) =>
      transaction(async (trx) => {
        const result = await checkIn(trx, await found(trx, documentId), author, now());
        if (result.changed) await announceOutcome(trx, result.booking, author);
        return result.booking;
      }),

    /** Marks absence. */
    markNoShow: (documentId: string, author: Author) =>
      transaction(async (trx) => {
        const result = await markNoShow(trx, await found(trx, documentId), author, now());
        if (result.changed) await announceOutcome(trx, result.booking, author);
        return result.booking;
      }),

    /** Takes presence or absence back. */
    clearAttendance: (documentId: string, author: Author) =>
      transaction(async (trx) => {
        const result = await clearAttendance(trx, await found(trx, documentId), author, now());
        if (result.changed) await announceOutcome(trx, result.booking, author);
        return result.booking;
      }),

    /** Says what an own booking is paid with; see `chooseProduct` for the refusals. */
    chooseProduct: (documentId: string, product: string) =>
      transaction(async (trx) => chooseProduct(trx, await found(trx, documentId), product, now())),

    /**
     * Takes back what the author last did to a booking; gives the booking, or the new one that
     * takes the place of a cancelled one. See `undo` for what goes back to what.
     */
    undo: (documentId: string, author: Author) =>
      transaction(async (trx) => {
        const undone = await undo(trx, await found(trx, documentId), author, now());
        if (undone.spots) await announceSpots(trx, undone.booking);
        else await announceOutcome(trx, undone.booking, author);
        return undone.booking;
      }),

    /** Says what became of an aggregator's bookings, in the transaction that changed them. */
    announceOutcomes: outcomes.announce,

    /** Ends every active booking of a cancelled appointment; gives those that were ended. */
    cancelAllOf: (appointment: string, author: Author) =>
      transaction(async (trx) => {
        const ended = await cancelAllOf(trx, appointment, author, now());
        await outcomes.announce(
          trx,
          ended.filter((booking) => booking.source === 'onefit'),
        );
        return ended;
      }),
  };
}

export type BookingService = ReturnType<typeof createBookingService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createBookingService(strapi);
