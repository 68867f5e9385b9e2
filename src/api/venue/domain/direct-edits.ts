import type { Core } from '@strapi/strapi';
import { watchDirectEdits } from '../../../content/direct-edits';
import { appointmentsOf } from '../../../domain/services';

/** Venues that a script edits by `strapi.db.query`: their coming appointments are announced. */
export function watchVenues(strapi: Core.Strapi): () => void {
  return watchDirectEdits(strapi, 'api::venue.venue', {
    async after({ trx, action, documentIds }) {
      if (action !== 'update') return;
      for (const venue_key of documentIds) {
        await appointmentsOf(strapi).announceAllOf(trx, { venue_key });
      }
    },
  });
}
