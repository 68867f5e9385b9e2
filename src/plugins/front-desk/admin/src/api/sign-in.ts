import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Appointment } from './appointments';
import { useTaggedGet } from './tagged';
import type { Tagged } from './tagged';

export type BookingState =
  | 'confirmed'
  | 'checked_in'
  | 'no_show'
  | 'cancelled'
  | 'late_cancelled'
  | 'cancelled_by_venue';

/** A place in an appointment. Instants in ISO 8601, UTC. */
export interface SignInEntry {
  documentId: string;
  customer: {
    documentId: string;
    firstName: string;
    lastName: string;
    email: string | null;
    phone: string | null;
    note: string | null;
  } | null;
  /** null = an open visit: what it is paid with is still to be chosen */
  product: { documentId: string; name: string } | null;
  source: 'own' | 'onefit';
  state: BookingState;
  /** false for Onefit's bookings, and for those that are checked in or cancelled */
  canCancel: boolean;
  bookedAt: string | null;
  modifiedAt: string | null;
  cancelledBy: { staff: string } | { aggregator: 'onefit' } | null;
}

/** How the e-mails to the appointment's own customers stand. */
export interface MessageCounts {
  sent: number;
  due: number;
  /** given up */
  failed: number;
  noAddress: number;
}

export interface SignIn {
  appointment: Appointment;
  /** those with a place by name, then the newest cancelled ones */
  bookings: SignInEntry[];
  cancelledCount: number;
  messages: MessageCounts;
}

const APPOINTMENTS = '/front-desk/appointments';
const BOOKINGS = '/front-desk/bookings';

/** The Sign-in of an appointment, and what is done at the desk. */
export function useSignInApi() {
  const { get, post } = useFetchClient();
  const taggedGet = useTaggedGet();
  return useMemo(() => {
    const act = async (booking: string, what: string, body?: object) =>
      (await post<SignInEntry>(`${BOOKINGS}/${booking}/${what}`, body)).data;
    return {
      read: (appointment: string, held?: Tagged<SignIn>) =>
        taggedGet(`${APPOINTMENTS}/${appointment}/sign-in`, {}, held),
      /** The list as a spreadsheet, in a language. */
      csv: async (appointment: string, language: string) =>
        (
          await get(`${APPOINTMENTS}/${appointment}/sign-in/csv`, {
            params: { language },
            responseType: 'blob',
          })
        ).data,
      /**
       * Books; without a product it is an open visit. Refusals: `already_booked`,
       * `appointment_full`, `appointment_cancelled`, …
       */
      book: async (appointment: string, customer: string, product: string | null) =>
        (await post<SignInEntry>(`${APPOINTMENTS}/${appointment}/bookings`, { customer, product }))
          .data,
      /** Refusal where no own customer is booked: `nobody_to_write_to`. */
      write: async (
        appointment: string,
        letter: { id: string; subject: string; text: string },
      ): Promise<{ owed: number; withoutAddress: number }> =>
        (
          await post<{ owed: number; withoutAddress: number }>(
            `${APPOINTMENTS}/${appointment}/letters`,
            letter,
          )
        ).data,
      checkIn: (booking: string) => act(booking, 'check-in'),
      /** Refusal before the start: `appointment_not_started`. */
      markNoShow: (booking: string) => act(booking, 'no-show'),
      /** Neither present nor absent any more, whoever marked it and however long ago. */
      clearAttendance: (booking: string) => act(booking, 'clear'),
      cancel: (booking: string, late: boolean) => act(booking, 'cancel', { late }),
      chooseProduct: (booking: string, product: string) => act(booking, 'product', { product }),
      /**
       * Takes back what this person did last to a booking, for ten minutes; gives the booking, or
       * the new one in place of a cancelled one. Refusals: `nothing_to_undo`, `undo_too_late`, and
       * those of booking.
       */
      undo: (booking: string) => act(booking, 'undo'),
    };
  }, [get, post, taggedGet]);
}
