import type { Activity } from '../activity-log/write';
import type { BookingOutcome } from '../wire/schemas/booking';
import type { DeliveryResult } from '../wire/schemas/outbound';
import type { Claim } from './claim';
import type { CallFailed } from './onefit-client';
import type { Item } from './payload';
import type { RecordKind } from './sync-record';

type Result = Pick<DeliveryResult, 'outcome' | 'code'>;

const BATCH_KINDS = { session: 'sessions_sent', booking: 'outcomes_sent' } as const;
const REFUSAL_KINDS = { session: 'session_refused', booking: 'outcome_refused' } as const;

function subjectOf(kind: RecordKind, item: Item) {
  if (kind === 'session') return { appointment: item.record.subject };
  const outcome = item.payload as BookingOutcome | null;
  return { booking: item.wireId, appointment: outcome?.sessionId ?? null };
}

function countOf(results: Result[], outcome: Result['outcome']): number {
  return results.filter((result) => result.outcome === outcome).length;
}

/** What the log says of a batch that Onefit answered: one entry for it, and one a refusal. */
export function sentBatch(
  venue: string,
  kind: RecordKind,
  items: Item[],
  results: Result[],
): Activity[] {
  const counts = {
    sent: items.length,
    accepted: countOf(results, 'accepted'),
    stale: countOf(results, 'stale'),
    rejected: countOf(results, 'rejected'),
  };
  const refusals = items.flatMap((item, index): Activity[] => {
    const result = results[index];
    if (result?.outcome !== 'rejected') return [];
    const what = { kind: REFUSAL_KINDS[kind], outcome: 'refused', source: 'onefit' } as const;
    return [{ ...what, venue, ...subjectOf(kind, item), code: result.code ?? 'rejected' }];
  });
  const batch = { kind: BATCH_KINDS[kind], outcome: 'done', source: 'clock' } as const;
  return [{ ...batch, venue, counts }, ...refusals];
}

/** What the log says of a batch that did not arrive, and when it is tried again. */
export function failedBatch(
  venue: string,
  { kind, records }: Claim,
  { code }: CallFailed,
  retryAt: Date | null,
): Activity {
  const batch = { kind: BATCH_KINDS[kind], outcome: 'failed', source: 'clock' } as const;
  return { ...batch, venue, code, counts: { sent: records.length }, retryAt };
}
