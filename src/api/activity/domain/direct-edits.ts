import type { Core } from '@strapi/strapi';
import { watchDirectEdits } from '../../../content/direct-edits';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import { appointmentsOf } from '../../../domain/services';
import { APPOINTMENTS } from '../../appointment/domain/appointment-row';
import { settleAppointments } from '../../appointment/domain/resolve';
import { ACTIVITIES, readActivities } from './activity-row';
import type { ActivityRow } from './activity-row';
import { followInherited } from './staff-edits';

/** Takes the venue over from the relation. */
async function fillVenueKeys(trx: Trx, documentIds: string[]): Promise<void> {
  await trx(ACTIVITIES)
    .whereIn('document_id', documentIds)
    .update({
      venue_key: trx.raw(
        `(SELECT venue.document_id FROM activities_venue_lnk link JOIN venues venue ON venue.id = link.venue_id WHERE link.activity_id = ${ACTIVITIES}.id)`,
      ),
    });
}

async function letFollow(trx: Trx, documentIds: string[], before: ActivityRow[], now: Date) {
  const known = new Map(before.map((row) => [row.document_id, row]));
  for (const after of await readActivities(trx, documentIds)) {
    const row = known.get(after.document_id);
    if (row) await followInherited(trx, row, after, now);
  }
}

/** Those of their appointments that are not over. */
async function appointmentsAhead(trx: Trx, activities: string[], now: Date): Promise<string[]> {
  const rows = await trx(APPOINTMENTS)
    .whereIn('activity_key', activities)
    .where('ends_at', '>', now)
    .select<Array<{ document_id: string }>>('document_id');
  return rows.map((row) => row.document_id);
}

/**
 * Activities that a script edits by `strapi.db.query`: their coming appointments get rules, title
 * and what they inherit, and are announced. Dates follow a changed repetition at night.
 */
export function watchActivities(strapi: Core.Strapi): () => void {
  return watchDirectEdits<ActivityRow[]>(strapi, 'api::activity.activity', {
    before: readActivities,

    async after({ trx, action, documentIds, before }) {
      const now = clockOf(strapi).now();
      if (action !== 'delete') await fillVenueKeys(trx, documentIds);
      if (action === 'create') return;
      if (action === 'update') await letFollow(trx, documentIds, before ?? [], now);
      const ahead = await appointmentsAhead(trx, documentIds, now);
      await settleAppointments(trx, ahead);
      await appointmentsOf(strapi).announce(trx, ahead);
    },
  });
}
