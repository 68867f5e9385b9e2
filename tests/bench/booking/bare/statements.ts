import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Trx } from '../../../../src/database/trx';

/** What the bare server is asked for. */
export interface BareRequest {
  venue: string;
  booking: string;
  session: string;
  member: string;
}

const SECONDS_2025 = Date.UTC(2025, 0, 1) / 1000;

function documentColumns(now: Date) {
  const document_id = randomUUID().replaceAll('-', '').slice(0, 24);
  return { document_id, created_at: now, updated_at: now, published_at: now, locale: null };
}

interface Found {
  id: number;
  document_id: string;
  documentId: string;
  venue_key: string;
}

/** The rows that the product reads before it decides; the decision itself is left out. */
async function read(trx: Trx, request: BareRequest) {
  await trx({ venue: 'venues' })
    .leftJoin({ owned: 'venues_company_lnk' }, 'owned.venue_id', 'venue.id')
    .leftJoin({ company: 'companies' }, 'company.id', 'owned.company_id')
    .leftJoin({ link: 'onefit_venue_links' }, 'link.venue_key', 'venue.document_id')
    .leftJoin({ placed: 'onefit_extension_orders' }, (on) => {
      on.on('placed.active_key', '=', trx.raw('?', ['onefit']));
    })
    .where('venue.uuid', request.venue)
    .first({
      venueKey: 'venue.document_id',
      uuid: 'venue.uuid',
      name: 'venue.name',
      timeZone: 'venue.time_zone',
      companyUuid: 'company.uuid',
      onefitVenueId: 'link.onefit_venue_id',
      linkedAt: 'link.linked_at',
      orderId: 'placed.id',
    });
  await trx('bookings')
    .where({ external_key: `onefit:${request.booking}` })
    .first([
      ...['id', 'document_id', 'state', 'source', 'external_id', 'member_id', 'appointment_key'],
      ...['customer_key', 'venue_key', 'booked_at', 'modified_at'],
    ]);
  const customer: unknown = await trx({ held: 'customer_aggregator_ids' })
    .join({ customer: 'customers' }, 'customer.document_id', 'held.customer_key')
    .where({ 'held.aggregator': 'onefit', 'held.external_id': request.member })
    .first({
      id: 'customer.id',
      documentId: 'customer.document_id',
      first: 'customer.first_name',
      last: 'customer.last_name',
      idDocumentId: 'held.document_id',
    });
  const appointment: unknown = await trx('appointments')
    .where({ document_id: request.session })
    .first([
      ...['id', 'document_id', 'venue_key', 'activity_key', 'state', 'starts_at', 'ends_at'],
      ...['capacity', 'booked', 'booked_by_aggregator', 'aggregator_allowed', 'spot_limit'],
      ...['booking_opens_minutes', 'booking_closes_minutes', 'late_cancel_minutes'],
    ]);
  const found = { customer: customer as Found, appointment: appointment as Found };
  await trx('bookings')
    .where({ active_key: `${request.session}:${found.customer.documentId}` })
    .first('id');
  return found;
}

async function write(
  trx: Trx,
  request: BareRequest,
  { customer, appointment }: { customer: Found; appointment: Found },
  now: Date,
): Promise<number> {
  const columns = documentColumns(now);
  const [booking] = (await trx('bookings').insert(
    {
      ...columns,
      state: 'confirmed',
      source: 'onefit',
      external_id: request.booking,
      member_id: request.member,
      appointment_key: request.session,
      customer_key: customer.documentId,
      venue_key: appointment.venue_key,
      booked_at: now,
      modified_at: now,
      external_key: `onefit:${request.booking}`,
      active_key: `${request.session}:${customer.documentId}`,
    },
    ['id'],
  )) as [{ id: number }];
  await trx('bookings_customer_lnk').insert({ booking_id: booking.id, customer_id: customer.id });
  await trx(trx.raw('?? (??, ??)', ['bookings_product_lnk', 'booking_id', 'product_id'])).insert(
    trx('products')
      .select(trx.raw('?', [booking.id]), 'id')
      .where({ system_key: 'onefit' })
      .limit(1),
  );
  await trx('booking_changes').insert([
    {
      ...documentColumns(now),
      booking_key: columns.document_id,
      state: 'confirmed',
      at: now,
      source: 'onefit',
      actor: null,
    },
  ]);
  return booking.id;
}

async function takeAndMark(
  trx: Trx,
  appointment: Found,
  booking: number,
  now: Date,
): Promise<void> {
  await trx('appointments')
    .where({ id: appointment.id, state: 'scheduled' })
    .whereRaw('booked < capacity')
    .where({ aggregator_allowed: true })
    .whereRaw('(spot_limit IS NULL OR booked_by_aggregator < spot_limit)')
    .update({
      booked: trx.raw('booked + 1'),
      booked_by_aggregator: trx.raw('booked_by_aggregator + 1'),
    });
  await trx('bookings_appointment_lnk').insert({
    booking_id: booking,
    appointment_id: appointment.id,
  });
  const least = Math.floor(now.getTime() / 1000) - SECONDS_2025;
  await trx('onefit_sync_records')
    .where({ kind: 'session' })
    .whereIn('subject', [appointment.document_id])
    .update({
      desired_version: trx.raw(
        `CASE WHEN desired_version >= ${least} THEN desired_version + 1 ELSE ${least} END`,
      ),
      urgent: trx.raw(
        "(EXISTS (SELECT 1 FROM appointments WHERE document_id = subject AND state = 'cancelled'))",
      ),
      desired_at: now,
    });
}

/** Runs the statements of one booking, as the product does; nothing is decided. */
export async function book(knex: Knex, request: BareRequest): Promise<{ id: number }> {
  return knex.transaction(async (trx) => {
    const now = new Date();
    const found = await read(trx as Trx, request);
    const id = await write(trx as Trx, request, found, now);
    await takeAndMark(trx as Trx, found.appointment, id, now);
    return { id };
  });
}
