import { writeActivities } from '../activity-log/write';
import { VENUE_LINKS } from '../tables';
import { instantOrNull } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';
import { compareHeld } from './compare-held';
import type { Comparison } from './compare-held';
import { dueLinks, isDue, speaksForConnection } from './comparison-due';
import { noteFailure, noteSuccess } from './connection';
import type { Sending } from './deliver';
import { readHeld, SPAN_MS } from './held';
import { LeaseLost, renewLease, underLease } from './lease';
import type { Hold, Lease } from './lease';
import { nextNight } from './night';
import { CallFailed } from './onefit-client';
import { adopt, raiseAbove } from './raise';
import { patienceSeconds } from './retry-schedule';

/** Longer than one call to Onefit; renewed before each. */
const LEASE_MS = 60_000;
/** When a comparison that failed is tried again, unless Onefit asks for more patience. */
const AGAIN_SECONDS = 60 * 60;

/** A venue that Onefit has linked. */
export interface LinkedPlace {
  venueKey: string;
  uuid: string;
}

/** Between which starts Onefit is asked: from the earliest that is not over, one question at least. */
async function spanOf(trx: Trx, venueKey: string, now: Date): Promise<{ from: Date; until: Date }> {
  const row: unknown = await trx('appointments')
    .where({ venue_key: venueKey })
    .where('ends_at', '>', now)
    .first(trx.raw('MIN(starts_at) AS earliest'), trx.raw('MAX(starts_at) AS latest'));
  const { earliest, latest } = row as Record<'earliest' | 'latest', StoredInstant | null>;
  const from = Math.min(now.getTime(), instantOrNull(earliest)?.getTime() ?? Infinity);
  const until = Math.max(from + SPAN_MS, (instantOrNull(latest)?.getTime() ?? 0) + 1);
  return { from: new Date(from), until: new Date(until) };
}

/**
 * Notes on the connection that a question failed, where that says more than of the question alone:
 * nothing can be sent either, or it was asked to find out whether a connection works again.
 *
 * @returns when the connection may be tried next; null where nothing was noted
 */
async function noteOnConnection(
  trx: Trx,
  venueKey: string,
  failure: CallFailed,
  now: Date,
): Promise<Date | null> {
  const { kind, code, detail, retryAfter } = failure;
  if (kind === 'unauthorized' || kind === 'not_linked') {
    return noteFailure(trx, venueKey, { kind, code, detail, retryAfter }, now);
  }
  const failing: unknown = await trx(VENUE_LINKS)
    .where({ venue_key: venueKey })
    .whereNotNull('failing_since')
    .first('id');
  if (failing === undefined || !(await speaksForConnection(trx, venueKey))) return null;
  const known = kind === 'invalid_batch' ? 'unreachable' : kind;
  return noteFailure(trx, venueKey, { kind: known, code, detail, retryAfter }, now);
}

async function noteTrouble(
  { venue, clock }: Sending,
  { venueKey }: LinkedPlace,
  failure: CallFailed,
): Promise<void> {
  const now = clock.now();
  const { code, retryAfter } = failure;
  const asked = retryAfter === null ? 0 : patienceSeconds(retryAfter);
  const again = new Date(now.getTime() + Math.max(AGAIN_SECONDS, asked) * 1000);
  await venue.bookings.transaction(async (trx) => {
    await trx(VENUE_LINKS)
      .where({ venue_key: venueKey })
      .update({ reconcile_at: again, reconcile_error: code.slice(0, 64) });
    const retryAt = (await noteOnConnection(trx, venueKey, failure, now)) ?? again;
    const entry = { kind: 'reconciled', outcome: 'failed', source: 'clock' } as const;
    await writeActivities(trx, [{ ...entry, venue: venueKey, code, retryAt }], now);
  });
}

function renewing({ strapi, clock }: Sending, lease: Lease, hold: Hold): Hold {
  return async () => {
    await hold();
    await renewLease(strapi.db.connection, lease, clock.now());
  };
}

/**
 * Asks Onefit what it holds of a venue and makes due again what differs from what it was told.
 * Where Onefit does not answer in full, nothing is made due; the failure is noted, and when it is
 * tried again. Gives null when another instance is at it.
 *
 * @param hold is asked again and again whether to go on, and throws where not
 * @param options `onlyIfDue` gives null, too, where its time has not come: another instance was faster
 * @throws CallFailed once the failure is noted
 */
export function reconcileVenue(
  sending: Sending,
  place: LinkedPlace,
  hold: Hold,
  { onlyIfDue = false } = {},
): Promise<Comparison | null> {
  const { strapi, venue, clock, client } = sending;
  const knex = strapi.db.connection;
  const { venueKey, uuid } = place;
  return underLease(knex, `reconcile:${venueKey}`, LEASE_MS, clock, async (lease) => {
    const askedAt = clock.now();
    if (onlyIfDue && !(await isDue(knex, venueKey, askedAt))) return null;
    try {
      const span = await spanOf(knex, venueKey, askedAt);
      const held = await readHeld(client, uuid, span, renewing(sending, lease, hold));
      const now = clock.now();
      const { counts, raised, adopted } = await compareHeld(knex, venueKey, held, askedAt, now);
      return await venue.bookings.transaction(async (trx) => {
        await adopt(trx, venueKey, adopted, now);
        await raiseAbove(trx, raised, now);
        await trx(VENUE_LINKS)
          .where({ venue_key: venueKey })
          .update({
            reconcile_at: nextNight(venueKey, now),
            reconciled_at: now,
            reconcile_error: null,
          });
        if (await speaksForConnection(trx, venueKey)) await noteSuccess(trx, venueKey, now);
        const entry = { kind: 'reconciled', outcome: 'done', source: 'clock' } as const;
        await writeActivities(trx, [{ ...entry, venue: venueKey, counts }], now);
        return counts;
      });
    } catch (error) {
      if (error instanceof CallFailed) await noteTrouble(sending, place, error);
      throw error;
    }
  });
}

/**
 * Reconciles every venue whose time has come: by night, after a link was made, where Onefit called
 * something stale, and where the connection fails and nothing else would find out when it works again.
 */
export async function reconcileDue(sending: Sending, hold: Hold): Promise<void> {
  const { strapi, clock } = sending;
  const now = clock.now();
  const places = await dueLinks(strapi.db.connection, now)
    .join({ venue: 'venues' }, 'venue.document_id', 'link.venue_key')
    .select<LinkedPlace[]>('link.venue_key as venueKey', 'venue.uuid as uuid');
  for (const place of places) {
    try {
      await hold();
      await reconcileVenue(sending, place, hold, { onlyIfDue: true });
    } catch (error) {
      if (error instanceof LeaseLost) return;
      if (!(error instanceof CallFailed)) throw error;
      strapi.log.warn(`Onefit: what it holds could not be compared (${error.code})`);
    }
  }
}
