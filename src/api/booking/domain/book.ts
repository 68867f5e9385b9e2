import { Collision } from '../../../database/errors';
import { insertDocumentWith } from '../../../database/insert-with';
import type { Dependent } from '../../../database/together';
import type { Change } from '../../../database/rows';
import { LINKS, linkRow } from '../../../database/links';
import type { Trx } from '../../../database/trx';
import { readAppointment } from '../../appointment/domain/appointment-row';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import { findProduct } from '../../product/domain/product-row';
import type { ProductRef } from '../../product/domain/product-row';
import { activeKey, BOOKINGS, externalKey, holdsPlace } from './booking-row';
import type { BookingRow } from './booking-row';
import { readChoosable } from './choose-product';
import { refusalOf } from './decision';
import type { Source } from './decision';
import { firstChange } from './history';
import type { Seen } from './look';
import { appointmentNotFound, bookingRefused } from './refusals';
import { takingSpot } from './spot';

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
  /** What else is written with the booking and stands or falls with it. */
  beside?: Dependent[];
  /** Changes elsewhere that follow from the appointment's. */
  along?: Change[];
  /** What the caller has read already in the same transaction; else it is read here. */
  seen?: Pick<Seen, 'appointment' | 'holdsPlace' | 'product'>;
}

export interface Booked {
  booking: BookingRow;
  /** how many rows each of the changes `along` has changed */
  along: number[];
}

/** Somebody was faster: says what holds now or, if a place is free after all, asks to start over. */
async function lostTheRace(trx: Trx, request: BookRequest, now: Date): Promise<Error> {
  const appointment = await readAppointment(trx, request.appointment);
  if (!appointment) return appointmentNotFound();
  const refused = refusalOf(appointment, { ...request, now, holdsPlace: false });
  return refused ? bookingRefused(refused) : new Collision();
}

type Facts = Pick<Seen, 'appointment' | 'holdsPlace'>;

async function read(trx: Trx, { appointment, customer }: BookRequest): Promise<Facts> {
  return {
    appointment: await readAppointment(trx, appointment),
    holdsPlace:
      typeof customer !== 'function' && (await holdsPlace(trx, appointment, customer.documentId)),
  };
}

function decide(request: BookRequest, facts: Facts, now: Date): AppointmentRow {
  const { appointment, holdsPlace } = facts;
  if (!appointment || (request.venue !== null && appointment.venue_key !== request.venue)) {
    throw appointmentNotFound();
  }
  const { source, aggregatorsServed } = request;
  const refused = refusalOf(appointment, { source, now, aggregatorsServed, holdsPlace });
  if (refused) throw bookingRefused(refused);
  return appointment;
}

/** The number of the product; null = none, for which staff choose one later. */
async function productOf(trx: Trx, request: BookRequest): Promise<number | null> {
  const { seen, product, source } = request;
  if (seen) return seen.product;
  if (!product) return null;
  if (source === 'own' && 'documentId' in product) {
    return (await readChoosable(trx, product.documentId)).id;
  }
  return findProduct(trx, product);
}

/**
 * Books a place, inside the caller's transaction: the booking, its relations, its history and the
 * spot stand or fall together.
 *
 * @throws Refusal with a {@link BookingRefusal} code or `appointment_not_found`, and for own bookings
 *   `product_not_found`, `product_reserved`; nothing is kept then
 */
export async function book(trx: Trx, request: BookRequest, now: Date): Promise<Booked> {
  const { source, external, actor } = request;
  const appointment = decide(request, request.seen ?? (await read(trx, request)), now);
  const product = await productOf(trx, request);
  const customer =
    typeof request.customer === 'function' ? await request.customer(trx) : request.customer;
  const columns = {
    state: 'confirmed' as const,
    source,
    external_id: external?.bookingId ?? null,
    member_id: external?.memberId ?? null,
    appointment_key: appointment.document_id,
    customer_key: customer.documentId,
    venue_key: appointment.venue_key,
    booked_at: now,
    modified_at: now,
  };
  const keys = {
    external_key: external && externalKey(source, external.bookingId),
    active_key: activeKey(appointment.document_id, customer.documentId),
  };
  const made = await insertDocumentWith(
    trx,
    BOOKINGS,
    { ...columns, ...keys },
    (booking) => ({
      rows: [
        linkRow(LINKS.bookingCustomer, customer.id),
        ...(product === null ? [] : [linkRow(LINKS.bookingProduct, product)]),
        firstChange(booking, { source, actor }, now),
        ...(request.beside ?? []),
      ],
      provided: takingSpot(appointment, source),
      after: [linkRow(LINKS.bookingAppointment, appointment.id)],
      along: request.along ?? [],
    }),
    now,
  );
  if (!made) throw await lostTheRace(trx, request, now);
  return { booking: { id: made.id, document_id: made.documentId, ...columns }, along: made.along };
}
