import { useMemo } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import type { Appointment } from './appointments';

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
    note: string | null;
  } | null;
  product: { documentId: string; name: string } | null;
  source: 'own' | 'onefit';
  state: BookingState;
  /** false for Onefit's bookings, and for those that are over, checked in or cancelled */
  canCancel: boolean;
  bookedAt: string | null;
  modifiedAt: string | null;
}

export interface SignIn {
  appointment: Appointment;
  /** own and Onefit's, active and cancelled, by name */
  bookings: SignInEntry[];
}

const BOOKINGS = '/front-desk/bookings';

/** The Sign-in of an appointment, and what is done at the desk. */
export function useSignInApi() {
  const { get, post } = useFetchClient();
  return useMemo(
    () => ({
      read: async (appointment: string) =>
        (await get<SignIn>(`/front-desk/appointments/${appointment}/sign-in`)).data,
      /** Refusals: `already_booked`, `appointment_full`, `appointment_cancelled`, … */
      book: async (appointment: string, customer: string, product: string) => {
        await post(`/front-desk/appointments/${appointment}/bookings`, { customer, product });
      },
      checkIn: async (booking: string) => {
        await post(`${BOOKINGS}/${booking}/check-in`);
      },
      /** Refusal before the start: `appointment_not_started`. */
      markNoShow: async (booking: string) => {
        await post(`${BOOKINGS}/${booking}/no-show`);
      },
      cancel: async (booking: string, late: boolean) => {
        await post(`${BOOKINGS}/${booking}/cancel`, { late });
      },
    }),
    [get, post],
  );
}

export type SignInApi = ReturnType<typeof useSignInApi>;
