import type { Core } from '@strapi/strapi';
import { watchDirectEdits } from '../../../content/direct-edits';
import { chunks } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { appointmentsOf, bookingsOf } from '../../../domain/services';
import { BOOKINGS } from './booking-row';
import type { BookingRow } from './booking-row';

/** Bookings in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 400;

async function readBookings(trx: Trx, documentIds: string[]): Promise<BookingRow[]> {
  const rows: BookingRow[] = [];
  for (const part of chunks(documentIds, CHUNK)) {
    rows.push(...((await trx(BOOKINGS).whereIn('document_id', part).select('*')) as BookingRow[]));
  }
  return rows;
}

/**
 * Bookings that a script edits by `strapi.db.query`: their appointments are announced, and what
 * became of an aggregator's bookings. The counters are not touched: such a script sets them
 * itself, and `npm run audit` says where they do not agree.
 */
export function watchBookings(strapi: Core.Strapi): () => void {
  return watchDirectEdits<BookingRow[]>(strapi, 'api::booking.booking', {
    before: readBookings,

    async after({ trx, action, documentIds, before = [] }) {
      const after = action === 'delete' ? [] : await readBookings(trx, documentIds);
      const keys = [...before, ...after].flatMap((row) => row.appointment_key ?? []);
      await appointmentsOf(strapi).announce(trx, [...new Set(keys)]);
      const stateBefore = new Map(before.map((row) => [row.document_id, row.state]));
      const changed = after.filter(
        (row) => row.source === 'onefit' && stateBefore.get(row.document_id) !== row.state,
      );
      await bookingsOf(strapi).announceOutcomes(trx, changed);
    },
  });
}
