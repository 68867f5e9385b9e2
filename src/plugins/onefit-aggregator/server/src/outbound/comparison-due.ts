import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import { CREDENTIALS_REFUSED, isNotPausing } from './connection';
import { waiting } from './sync-record';

/**
 * The clock looks once a minute. A probe that comes due soon after it looked is made at once, since
 * one a minute would be one every other minute otherwise.
 */
const EARLY_MS = 30_000;

/** Links whose connection is sound and whose time has come. */
function timely(now: Date) {
  return (link: ReturnType<Trx>) =>
    void link
      .whereNull('link.failing_since')
      .where(
        (due) => void due.whereNull('link.reconcile_at').orWhere('link.reconcile_at', '<=', now),
      );
}

/** Links whose connection fails, that may be tried, and for which no delivery will be. */
function probed(trx: Trx, now: Date) {
  const early = new Date(now.getTime() + EARLY_MS);
  return (link: ReturnType<Trx>) =>
    void link
      .whereNotNull('link.failing_since')
      .whereNotExists(
        waiting(trx).whereRaw(`${SYNC_RECORDS}.venue_key = link.venue_key`).select('id'),
      )
      .where(
        (open) =>
          void open.where(isNotPausing(now)).orWhere((probe) => {
            void probe
              .whereIn('link.error_code', CREDENTIALS_REFUSED)
              .where('link.next_attempt_at', '<=', early);
          }),
      );
}

/**
 * The links for which Onefit is to be asked what it holds: their time has come; or their connection
 * fails and nothing waits to be sent, so that this question is what finds out whether it works again.
 * That one keeps the pace of the deliveries in whose stead it is asked.
 */
export function dueLinks(trx: Trx, now: Date) {
  return trx({ link: VENUE_LINKS }).where(
    (due) => void due.where(timely(now)).orWhere(probed(trx, now)),
  );
}

/** Whether a venue's time has come; another instance may have compared it while others were. */
export async function isDue(trx: Trx, venueKey: string, now: Date): Promise<boolean> {
  const link: unknown = await dueLinks(trx, now).where('link.venue_key', venueKey).first('link.id');
  return link !== undefined;
}

/**
 * Whether it falls to the comparison to say how a venue's connection fares. Where something waits,
 * being sent or not, its delivery does, which knows of what else Onefit says to it.
 */
export async function speaksForConnection(trx: Trx, venueKey: string): Promise<boolean> {
  const waits: unknown = await waiting(trx).where({ venue_key: venueKey }).first('id');
  return waits === undefined;
}
