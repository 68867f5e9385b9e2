import type { Core } from '@strapi/strapi';

/** A knex instance, as Strapi carries it. */
export type Knex = Core.Strapi['db']['connection'];

/** What a driver gives for a date-time column. */
export type StoredInstant = Date | number | string;

/** ISO 8601 in UTC of a date-time column; null stays null. */
export function iso(stored: StoredInstant | null): string | null {
  return stored === null ? null : new Date(stored).toISOString();
}

interface Author {
  source: 'own';
  /** the administrator's id */
  actor: string | null;
}

interface BookingRow {
  document_id: string;
}

interface Bookings {
  book(request: {
    appointment: string;
    customer: { id: number; documentId: string };
    product: { documentId: string } | null;
    source: 'own';
    venue: null;
    external: null;
    aggregatorsServed: false;
    actor: string | null;
  }): Promise<BookingRow>;
  cancel(
    booking: string,
    outcome: 'cancelled' | 'late_cancelled',
    author: Author,
  ): Promise<BookingRow>;
  checkIn(booking: string, author: Author): Promise<BookingRow>;
  markNoShow(booking: string, author: Author): Promise<BookingRow>;
  clearAttendance(booking: string, author: Author): Promise<BookingRow>;
  chooseProduct(booking: string, product: string): Promise<BookingRow>;
  undo(booking: string, author: Author): Promise<BookingRow>;
}

interface Appointments {
  cancel(
    appointment: string,
    reason: string,
    consent: { actor: string | null; confirmed: boolean },
  ): Promise<{ changed: boolean; own: number; onefit: number }>;
}

/** What the project tells people, in whatever language; only the project reads it. */
export type Sentence = object;

interface Activities {
  nextDates(
    rule: string,
    timeZone: string,
    count: number,
  ): {
    dates: Array<{ startsAt: Date; endsAt: Date }>;
    problem: { sentence: Sentence; line?: number } | null;
  };
  editAppointment(appointment: string, request: EditRequest): Promise<object>;
  previewEdit(appointment: string, request: EditRequest): Promise<object>;
  previewEnd(appointment: string): Promise<object>;
  endSeries(
    appointment: string,
    reason: string,
    consent: { actor: string | null; confirmed: boolean },
  ): Promise<object>;
}

/** What is to change of an appointment or its series. */
export interface EditRequest {
  scope: 'this' | 'following' | 'all';
  changes: {
    startsAt?: Date;
    endsAt?: Date;
    room?: string | null;
    teacher?: string | null;
    capacity?: number;
    aggregatorBookings?: 'as_activity' | 'not_allowed' | 'allowed';
    aggregatorSpotLimit?: number | null;
  };
  reason: string | null;
  confirmed: boolean;
}

interface Customers {
  enter(
    person: {
      firstName: string;
      lastName: string;
      email: string | null;
      phone: string | null;
      language: 'en' | 'nl' | 'de';
    },
    sharesEmail: boolean,
  ): Promise<{ id: number; documentId: string }>;
  merge(keep: string, drop: string, fields: Record<string, string | null>): Promise<void>;
  erase(customer: string): Promise<void>;
  export(customer: string): Promise<unknown>;
}

interface CustomerMessages {
  write(
    appointment: string,
    letter: { id: string; subject: string; text: string },
  ): Promise<{ owed: number; withoutAddress: number }>;
}

/** The types whose forms in the content manager show the venue's clock and the dates of a rule. */
export const TYPES_WITH_TIMES = [
  'api::activity.activity',
  'api::appointment.appointment',
  'api::booking.booking',
];

/** The venue's services that the front desk works with. Only this file names their types. */
export function bookingsOf(strapi: Core.Strapi): Bookings {
  return strapi.service('api::booking.booking') as unknown as Bookings;
}

export function appointmentsOf(strapi: Core.Strapi): Appointments {
  return strapi.service('api::appointment.appointment') as unknown as Appointments;
}

export function activitiesOf(strapi: Core.Strapi): Activities {
  return strapi.service('api::activity.activity') as unknown as Activities;
}

export function customersOf(strapi: Core.Strapi): Customers {
  return strapi.service('api::customer.customer') as unknown as Customers;
}

export function customerMessagesOf(strapi: Core.Strapi): CustomerMessages {
  return strapi.service('api::customer-message.customer-message') as unknown as CustomerMessages;
}
