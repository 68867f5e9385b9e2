import { VENUE_LINKS } from '../tables';
import type { StoredInstant, Trx } from '../venue/ports';
import type { CallFailed } from './onefit-client';
import { pauseSeconds } from './retry-schedule';
import type { FailureKind } from './retry-schedule';
import { due } from './sync-record';

/** A venue's link, and how its connection fares. What fails for the venue is kept here, once. */
export interface LinkRow {
  id: number;
  venue_key: string;
  onefit_venue_id: string;
  linked_at: StoredInstant;
  attempts: number | null;
  next_attempt_at: StoredInstant | null;
  failing_since: StoredInstant | null;
  last_success_at: StoredInstant | null;
  /** since when it has no trouble */
  working_since: StoredInstant | null;
  error_code: string | null;
  error_detail: string | null;
  /** when to look next at what Onefit holds; null = as soon as may be */
  reconcile_at: StoredInstant | null;
  reconciled_at: StoredInstant | null;
  reconcile_error: string | null;
}

/** The answers by which Onefit refuses a venue's credentials. */
export const CREDENTIALS_REFUSED = ['http_401', 'http_403'];

/** Whether Onefit refuses this venue's credentials: nothing goes out until a person acts. */
export function credentialsRefused({ error_code: code }: Pick<LinkRow, 'error_code'>): boolean {
  return code !== null && CREDENTIALS_REFUSED.includes(code);
}

/** Whether Onefit says that it does not know this venue's link any more: it waits for a new one. */
export function linkLost(link: Pick<LinkRow, 'error_code'>): boolean {
  return link.error_code === 'venue_not_linked';
}

/** What a connection without trouble looks like. */
export const SOUND = {
  attempts: 0,
  next_attempt_at: null,
  failing_since: null,
  error_code: null,
  error_detail: null,
};

/** A condition on `link`: its connection may be tried at this moment. */
export function isNotPausing(now: Date) {
  return (link: ReturnType<Trx>) =>
    void link.whereNull('link.next_attempt_at').orWhere('link.next_attempt_at', '<=', now);
}

/** Venues whose connection may be tried now and that have something due, with their UUIDs. */
export async function venuesToServe(
  trx: Trx,
  now: Date,
): Promise<Array<{ venueKey: string; uuid: string; attempts: number }>> {
  return trx({ link: VENUE_LINKS })
    .join({ venue: 'venues' }, 'venue.document_id', 'link.venue_key')
    .where(isNotPausing(now))
    .whereIn('link.venue_key', due(trx, now).distinct('venue_key'))
    .select<
      Array<{ venueKey: string; uuid: string; attempts: number }>
    >('link.venue_key as venueKey', 'venue.uuid as uuid', 'link.attempts as attempts');
}

/** Onefit answered: whatever was wrong with the connection is over. */
export async function noteSuccess(trx: Trx, venueKey: string, now: Date): Promise<void> {
  await trx(VENUE_LINKS)
    .where({ venue_key: venueKey })
    .update({
      ...SOUND,
      last_success_at: now,
      working_since: trx.raw(
        'CASE WHEN failing_since IS NULL AND working_since IS NOT NULL THEN working_since ELSE ? END',
        [now],
      ),
    });
}

/** The answers by which Onefit itself asks for patience; no person can mend what is behind them. */
const PATIENCE_ASKED = ['http_429', 'http_503'];

/**
 * Ends the pause of connections that fail, so that they are tried at once: staff who mended
 * something need not wait for the next try. Where Onefit asked for patience, its word holds.
 *
 * @param venueKey null = of all venues
 */
export async function tryAtOnce(trx: Trx, venueKey: string | null): Promise<void> {
  const pausing = trx(VENUE_LINKS)
    .whereNotNull('next_attempt_at')
    .where((ours) => void ours.whereNull('error_code').orWhereNotIn('error_code', PATIENCE_ASKED));
  if (venueKey !== null) pausing.where({ venue_key: venueKey });
  await pausing.update({ next_attempt_at: null });
}

/** Patience before Onefit is asked what it holds: what is under way arrives first. */
const SOON_MS = 2 * 60_000;

/** When to ask Onefit what it holds, after something that makes one doubt it. */
export function reconcileSoon(now: Date): Date {
  return new Date(now.getTime() + SOON_MS);
}

/** Has a venue compared with what Onefit holds, soon. */
export async function doubt(trx: Trx, venueKey: string, now: Date): Promise<void> {
  const soon = reconcileSoon(now);
  await trx(VENUE_LINKS)
    .where({ venue_key: venueKey })
    .where('reconcile_at', '>', soon)
    .update({ reconcile_at: soon });
}

/** A call failed: when the next one may be made, since when it fails, and why. */
export async function noteFailure(
  trx: Trx,
  venueKey: string,
  failure: Pick<CallFailed, 'code' | 'detail' | 'retryAfter'> & { kind: FailureKind },
  now: Date,
): Promise<Date | null> {
  const row: unknown = await trx(VENUE_LINKS)
    .where({ venue_key: venueKey })
    .first('attempts', 'failing_since');
  const link = row as Pick<LinkRow, 'attempts' | 'failing_since'> | undefined;
  if (!link) return null;
  const attempts = (link.attempts ?? 0) + 1;
  const pause = pauseSeconds(failure.kind, attempts, failure.retryAfter, Math.random());
  const next = new Date(now.getTime() + pause * 1000);
  await trx(VENUE_LINKS)
    .where({ venue_key: venueKey })
    .update({
      attempts,
      next_attempt_at: next,
      failing_since: link.failing_since ?? now,
      error_code: failure.code.slice(0, 64),
      error_detail: failure.detail.slice(0, 500),
    });
  return next;
}
