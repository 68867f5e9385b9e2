import type {
  ActivityCounts,
  ActivityEntry,
  ActivityKind,
  ActivityOutcome,
  ActivityPage,
  ActivitySource,
} from '../../../shared/activity-log';
import { ACTIVITY_LOG } from '../tables';
import { instant, instantOrNull } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';

/** Which entries are wanted; what is left out does not matter. */
export interface ActivityFilter {
  /** inclusive */
  from?: Date;
  /** exclusive */
  to?: Date;
  kinds?: readonly ActivityKind[];
  outcomes?: readonly ActivityOutcome[];
  /** document ids */
  venue?: string;
  appointment?: string;
}

/** Where a page ended: the next one begins behind this entry. */
export interface Position {
  at: Date;
  id: number;
}

interface Row {
  id: number;
  document_id: string;
  at: StoredInstant;
  kind: string;
  outcome: string;
  source: string;
  actor: string | null;
  code: string | null;
  venue_key: string | null;
  appointment_key: string | null;
  booking_id: string | null;
  customer_key: string | null;
  counts: string | null;
  retry_at: StoredInstant | null;
}

const CURSOR = /^(\d{1,15})\.(\d{1,15})$/;

/** Reads a cursor of this list; null when it is none. */
export function readCursor(cursor: string): Position | null {
  const [, at, id] = CURSOR.exec(cursor) ?? [];
  return at === undefined || id === undefined ? null : { at: new Date(Number(at)), id: Number(id) };
}

function entryOf(row: Row): ActivityEntry {
  return {
    documentId: row.document_id,
    at: instant(row.at).toISOString(),
    kind: row.kind as ActivityKind,
    outcome: row.outcome as ActivityOutcome,
    source: row.source as ActivitySource,
    actor: row.actor,
    code: row.code,
    venue: row.venue_key,
    appointment: row.appointment_key,
    booking: row.booking_id,
    customer: row.customer_key,
    counts: row.counts === null ? {} : (JSON.parse(row.counts) as ActivityCounts),
    retryAt: instantOrNull(row.retry_at)?.toISOString() ?? null,
  };
}

function wanted(trx: Trx, filter: ActivityFilter) {
  const query = trx(ACTIVITY_LOG);
  if (filter.from) query.where('at', '>=', filter.from);
  if (filter.to) query.where('at', '<', filter.to);
  if (filter.kinds) query.whereIn('kind', filter.kinds);
  if (filter.outcomes) query.whereIn('outcome', filter.outcomes);
  if (filter.venue) query.where('venue_key', filter.venue);
  if (filter.appointment) query.where('appointment_key', filter.appointment);
  return query;
}

/** One page of the log, newest first. */
export async function readActivities(
  trx: Trx,
  filter: ActivityFilter,
  page: { after: Position | null; limit: number },
): Promise<ActivityPage> {
  const query = wanted(trx, filter);
  const { after } = page;
  if (after) {
    query.where(
      (older) =>
        void older
          .where('at', '<', after.at)
          .orWhere((same) => void same.where('at', after.at).where('id', '<', after.id)),
    );
  }
  const rows = (await query
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(page.limit + 1)
    .select('*')) as Row[];
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    entries: shown.map(entryOf),
    nextCursor:
      last && rows.length > page.limit ? `${instant(last.at).getTime()}.${last.id}` : null,
  };
}
