import type { Core } from '@strapi/strapi';
import type { Doc } from './content';

/** As much of the venue's booking service as tests call past HTTP. */
export interface Bookings<Trx = unknown> {
  transaction<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result>;
  book(request: object): Promise<unknown>;
  look(...asked: unknown[]): Promise<unknown>;
}

export function bookingsOf<Trx = unknown>(strapi: Core.Strapi): Bookings<Trx> {
  return strapi.service('api::booking.booking') as unknown as Bookings<Trx>;
}

/** A booking of the venue's own, an open visit, as the front desk asks for one. */
export function ownBooking(appointment: Doc, customer: { id: number; documentId: string }) {
  return {
    appointment: appointment.documentId,
    customer: { id: customer.id, documentId: customer.documentId },
    product: null,
    source: 'own',
    venue: null,
    external: null,
    aggregatorsServed: true,
    actor: null,
  };
}
