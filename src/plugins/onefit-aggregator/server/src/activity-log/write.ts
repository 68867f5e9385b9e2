import { randomUUID } from 'node:crypto';
import type { ActivityEntry } from '../../../shared/activity-log';
import { ACTIVITY_LOG } from '../tables';
import type { Trx } from '../venue/ports';

type Said = Pick<ActivityEntry, 'kind' | 'outcome' | 'source'>;
type Facts = Omit<ActivityEntry, keyof Said | 'documentId' | 'at' | 'retryAt'>;

/** What is to be remembered; facts left out are none. See `shared/activity-log.ts` for the kinds. */
export type Activity = Said & Partial<Facts> & { retryAt?: Date | null };

/** Entries in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 50;

function row(activity: Activity, at: Date) {
  const { counts, retryAt } = activity;
  return {
    document_id: randomUUID(),
    created_at: at,
    updated_at: at,
    published_at: at,
    at,
    kind: activity.kind,
    outcome: activity.outcome,
    source: activity.source,
    actor: activity.actor ?? null,
    code: activity.code?.slice(0, 64) ?? null,
    venue_key: activity.venue ?? null,
    appointment_key: activity.appointment ?? null,
    booking_id: activity.booking ?? null,
    customer_key: activity.customer ?? null,
    counts: counts ? JSON.stringify(counts) : null,
    retry_at: retryAt ?? null,
  };
}

/** One entry as a row that others write together with what it tells of. */
export function entryRow(activity: Activity, at: Date) {
  return { table: ACTIVITY_LOG, owner: null, columns: row(activity, at) };
}

/**
 * Writes into the activity log, in the caller's transaction where there is one: what is undone was
 * not done, and leaves no entry.
 */
export async function writeActivities(trx: Trx, activities: Activity[], at: Date): Promise<void> {
  for (let start = 0; start < activities.length; start += CHUNK) {
    const part = activities.slice(start, start + CHUNK);
    await trx(ACTIVITY_LOG).insert(part.map((activity) => row(activity, at)));
  }
}
