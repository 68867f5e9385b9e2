import { setTimeout as sleep } from 'node:timers/promises';
import type { SyncAnswer, SyncProgress, SyncReport, SyncState } from '../../../shared/synchronise';
import { writeActivities } from '../activity-log/write';
import { LEASES, VENUE_LINKS } from '../tables';
import { instantOrNull } from '../venue/ports';
import type { StoredInstant } from '../venue/ports';
import type { LinkRow } from './connection';
import type { Sending } from './deliver';
import { LeaseLost, renewLease, returnLease, takeLease } from './lease';
import type { Hold, Lease } from './lease';
import { CallFailed } from './onefit-client';
import { reconcileVenue } from './reconcile';
import type { LinkedPlace } from './reconcile';
import { retryAll } from './retry';
import { sweep } from './sweep';

const NAME = 'synchronise';
/** Longer than one step between two renewals: a sweep, or a call to Onefit. */
const LEASE_MS = 2 * 60_000;
/** How long staff wait for the report; afterwards they are told how far it is. */
const ANSWER_MS = 4_000;

const NOTHING: SyncReport = {
  ...{ retried: 0, looked: 0, marked: 0, resolved: 0 },
  ...{ venues: 0, venuesDone: 0, held: 0, found: 0, healed: 0, unknown: 0 },
  failures: [],
};

interface Row {
  lease_until: StoredInstant | null;
  started_at: StoredInstant | null;
  finished_at: StoredInstant | null;
  progress: string | null;
}

type LinkedRow = LinkedPlace & Pick<LinkRow, 'next_attempt_at' | 'error_code'>;

function stateOf(
  startedAt: Date | null,
  finishedAt: Date | null,
  leaseUntil: Date | null,
  now: Date,
): SyncState {
  if (!startedAt) return 'never';
  if (leaseUntil && leaseUntil > now) return 'running';
  // Whoever ends gives the lease back and says when.
  const ended = !leaseUntil && finishedAt !== null && finishedAt >= startedAt;
  return ended ? 'done' : 'interrupted';
}

/** Looking at everything at once, when staff ask for it, on whichever instance they reach. */
export function createSynchroniser(sending: Sending, configured: boolean, hold: Hold) {
  const { strapi, venue, clock } = sending;
  const knex = strapi.db.connection;
  let running: Promise<SyncReport | null> | null = null;

  async function linked(): Promise<LinkedRow[]> {
    return knex({ link: VENUE_LINKS })
      .join({ venue: 'venues' }, 'venue.document_id', 'link.venue_key')
      .orderBy('link.id')
      .select<
        LinkedRow[]
      >('link.venue_key as venueKey', 'venue.uuid as uuid', 'link.next_attempt_at', 'link.error_code');
  }

  /** Compares one venue; gives why not as a word, null when it is done. */
  async function compare(place: LinkedRow, report: SyncReport): Promise<string | null> {
    const nextAttempt = instantOrNull(place.next_attempt_at);
    if (!configured) return 'not_configured';
    if (nextAttempt && nextAttempt > clock.now()) return place.error_code ?? 'connection_down';
    try {
      const compared = await reconcileVenue(sending, place, hold);
      if (!compared) return 'running';
      report.held += compared.held;
      report.unknown += compared.unknown;
      report.healed += compared.healed;
      report.found += compared.lost + compared.behind + compared.ahead;
      report.found += compared.differing + compared.unwanted;
      return null;
    } catch (error) {
      if (error instanceof CallFailed) return error.code;
      throw error;
    }
  }

  async function run(lease: Lease): Promise<SyncReport | null> {
    const report: SyncReport = { ...NOTHING, failures: [] };
    const note = () => renewLease(knex, lease, clock.now(), { progress: JSON.stringify(report) });
    let whole = false;
    try {
      report.retried = await venue.bookings.transaction(retryAll);
      const places = await linked();
      report.venues = places.length;
      await note();
      const swept = await sweep(sending, hold);
      if (!swept) return null;
      Object.assign(report, swept);
      for (const place of places) {
        await hold();
        await note();
        const code = await compare(place, report);
        if (code === null) report.venuesDone += 1;
        else report.failures.push({ venue: place.venueKey, code });
      }
      whole = true;
      return report;
    } finally {
      const progress = JSON.stringify(report);
      // What broke off says no end, so that it is told as interrupted.
      await returnLease(knex, lease, whole ? { finished_at: clock.now(), progress } : { progress });
    }
  }

  async function progress(): Promise<SyncProgress> {
    const found: unknown = await knex(LEASES)
      .where({ name: NAME })
      .first('lease_until', 'started_at', 'finished_at', 'progress');
    const row = found as Row | undefined;
    const startedAt = instantOrNull(row?.started_at);
    const finishedAt = instantOrNull(row?.finished_at);
    const until = instantOrNull(row?.lease_until);
    const report = row?.progress ? (JSON.parse(row.progress) as SyncReport) : NOTHING;
    const state = stateOf(startedAt, finishedAt, until, clock.now());
    return {
      ...report,
      state,
      startedAt: startedAt?.toISOString() ?? null,
      finishedAt: state === 'done' ? (finishedAt?.toISOString() ?? null) : null,
    };
  }

  async function begin(actor: string | null): Promise<Lease | null> {
    const lease = await takeLease(knex, NAME, LEASE_MS, clock.now());
    if (!lease) return null;
    const now = clock.now();
    const deed = { kind: 'synchronise_asked', outcome: 'done', source: 'staff' } as const;
    await writeActivities(knex, [{ ...deed, actor }], now);
    await renewLease(knex, lease, now, { started_at: now, progress: JSON.stringify(NOTHING) });
    return lease;
  }

  return {
    /** How far the last run is, wherever it runs. */
    progress,

    /**
     * Sends again what Onefit refused, looks at everything, and asks Onefit what it holds. Gives
     * the report, or how far it is when that takes longer than a person likes to wait.
     *
     * @param actor the administrator's id
     */
    async run(actor: string | null): Promise<SyncAnswer> {
      const lease = await begin(actor);
      if (lease) {
        const work = run(lease).catch((error: unknown) => {
          if (!(error instanceof LeaseLost)) strapi.log.error(error);
          return null;
        });
        running = work;
        const patience = new AbortController();
        const report = await Promise.race([
          work,
          sleep(ANSWER_MS, null, { signal: patience.signal }),
        ]);
        patience.abort();
        if (report) return report;
      }
      return { ...(await progress()), running: true };
    },

    /** Waits for what is under way. */
    async stop(): Promise<void> {
      await running;
    },
  };
}

export type Synchroniser = ReturnType<typeof createSynchroniser>;
