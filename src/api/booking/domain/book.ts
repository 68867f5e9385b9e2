import { Collision } from '../../../database/errors';
import { insertDocument } from '../../../database/insert';
import { LINKS, relate } from '../../../database/links';
import type { Trx } from '../../../database/trx';
import { readAppointment } from '../../appointment/domain/appointment-row';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import { relateProduct } from '../../product/domain/relate-product';
import type { ProductRef } from '../../product/domain/relate-product';
import { activeKey, BOOKINGS, externalKey, holdsPlace } from './booking-row';
import type { BookingRow } from './booking-row';
import { readChoosable } from './choose-product';
import { refusalOf } from './decision';
import type { Source } from './decision';
import { recordChange } from './history';
import { appointmentNotFound, bookingRefused } from './refusals';
import { takeSpot } from './spot';

/** A customer as the tables know it. */
export interface CustomerRef {
  id: number;
  documentId: string;
}

export interface BookRequest {
  /** document id */
  appointment: string;
  /** The customer, or how to make one once the place is certain to be given. */
  customer: CustomerRef | ((trx: Trx) => Promise<CustomerRef>);
  /** What it is paid with; null = an open visit, for which staff choose a product later. */
  product: ProductRef | null;
  source: Source;
  /** Document id of the venue that must hold the appointment; null = any. */
  venue: string | null;
  /** The aggregator's booking and member ids; null for own bookings. */
  external: { bookingId: string; memberId: string } | null;
  aggregatorsServed: boolean;
  actor: string | null;
}

/** Somebody was faster: says what holds now or, if a place is free after all, asks to start over. */
async function lostTheRace(trx: Trx, request: BookRequest, now: Date): Promise<Error> {
  const appointment = await readAppointment(trx, request.appointment);
  if (!appointment) return appointmentNotFound();
  const refused = refusalOf(appointment, { ...request, now, holdsPlace: false });
  return refused ? bookingRefused(refused) : new Collision();
}

async function decide(trx: Trx, request: BookRequest, now: Date): Promise<AppointmentRow> {
  const appointment = await readAppointment(trx, request.appointment);
  if (!appointment || (request.venue !== null && appointment.venue_key !== request.venue)) {
    throw appointmentNotFound();
  }
  const refused = refusalOf(appointment, {
    source: request.source,
    now,
    aggregatorsServed: request.aggregatorsServed,
    holdsPlace:
      typeof request.customer === 'function'
        ? false
        : await holdsPlace(trx, request.appointment, request.customer.documentId),
  });
  if (refused) throw bookingRefused(refused);
  if (request.source === 'own' && request.product && 'documentId' in request.product) {
    await readChoosable(trx, request.product.documentId);
  }
  return appointment;
}

/**
 * Books a place, inside the caller's transaction: the booking, its relations, its history and the
 * spot stand or fall together.
 *
 * @throws Refusal with a {@link BookingRefusal} code or `appointment_not_found`, and for own bookings
 *   `product_not_found`, `product_reserved`; nothing is kept then
 */
export async function book(trx: Trx, request: BookRequest, now: Date): Promise<BookingRow> {
  const appointment = await decide(trx, request, now);
  const customer =
    typeof request.customer === 'function' ? await request.customer(trx) : request.customer;
  const columns = {
    state: 'confirmed' as const,
    source: request.source,
    external_id: request.external?.bookingId ?? null,
    member_id: request.external?.memberId ?? null,
    appointment_key: appointment.document_id,
    customer_key: customer.documentId,
    venue_key: appointment.venue_key,
    booked_at: now,
    modified_at: now,
  };
  const { id, documentId } = await insertDocument(
    trx,
    BOOKINGS,
    {
      ...columns,
      external_key: request.external && externalKey(request.source, request.external.bookingId),
      active_key: activeKey(appointment.document_id, customer.documentId),
    },
    now,
  );
  await relate(trx, LINKS.bookingCustomer, id, customer.id);
  if (request.product) await relateProduct(trx, id, request.product);
  await recordChange(
    trx,
    [documentId],
    'confirmed',
    { source: request.source, actor: request.actor },
    now,
  );
  if (!(await takeSpot(trx, appointment, request.source))) {
    throw await lostTheRace(trx, request, now);
  }
  // A foreign key makes MariaDB share the appointment's row here. Shared before the spot is taken,
  // two bookings would each wait for the other to let go of it.
  await relate(trx, LINKS.bookingAppointment, id, appointment.id);
  return { id, document_id: documentId, ...columns };
}
