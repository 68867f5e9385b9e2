import type { Core } from '@strapi/strapi';
import { watchDirectEdits } from '../../../content/direct-edits';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import { appointmentsOf } from '../../../domain/services';
import { assertZoneMayChange } from './staff-edits';

async function inAnotherZone(trx: Trx, documentIds: string[], zone: unknown): Promise<string[]> {
  const rows = await trx('venues')
    .whereIn('document_id', documentIds)
    .select<Array<{ document_id: string; time_zone: string }>>('document_id', 'time_zone');
  return rows.filter((row) => row.time_zone !== zone).map((row) => row.document_id);
}

/**
 * Venues that a script edits by `strapi.db.query`: their coming appointments are announced. A zone
 * does not change while coming appointments are booked, whoever asks.
 */
export function watchVenues(strapi: Core.Strapi): () => void {
  return watchDirectEdits(strapi, 'api::venue.venue', {
    async before(trx, documentIds, { timeZone }) {
      if (timeZone === undefined) return;
      for (const venue of await inAnotherZone(trx, documentIds, timeZone)) {
        await assertZoneMayChange(trx, venue, clockOf(strapi).now());
      }
    },

    async after({ trx, action, documentIds }) {
      if (action !== 'update') return;
      for (const venue_key of documentIds) {
        await appointmentsOf(strapi).announceAllOf(trx, { venue_key });
      }
    },
  });
}
