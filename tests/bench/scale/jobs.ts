import { setTimeout as sleep } from 'node:timers/promises';
import { activitiesOf } from '../../../src/domain/services';
import { forgetOldActivities } from '../../../src/plugins/onefit-aggregator/server/src/activity-log/retention';
import { watchConnections } from '../../../src/plugins/onefit-aggregator/server/src/market/connection-watch';
import { readStanding } from '../../../src/plugins/onefit-aggregator/server/src/metrics/standing';
import { venuesToServe } from '../../../src/plugins/onefit-aggregator/server/src/outbound/connection';
import type { Sending } from '../../../src/plugins/onefit-aggregator/server/src/outbound/deliver';
import { holdOn } from '../../../src/plugins/onefit-aggregator/server/src/outbound/lease';
import type { OnefitClient } from '../../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { reconcileVenue } from '../../../src/plugins/onefit-aggregator/server/src/outbound/reconcile';
import type { SweepReport } from '../../../src/plugins/onefit-aggregator/server/src/outbound/sweep';
import { sweep } from '../../../src/plugins/onefit-aggregator/server/src/outbound/sweep';
import { statementsOf } from '../../support/statements';
import type { RunningVenue } from '../../support/strapi';
import { median } from '../shared/figures';

/** What something costs: milliseconds, and statements where they were counted. */
export interface Cost {
  ms: number;
  statements: number;
}

/** Runs of what is quick; the middle one counts. */
const RUNS = 7;
/** Venues that are compared; the mean of one counts. */
const COMPARED = 10;
/** Sessions on a page of what Onefit holds. */
const HELD_PAGE = 100;

async function once(venue: RunningVenue, work: () => Promise<unknown>): Promise<Cost> {
  const began = performance.now();
  const { statements } = await statementsOf(venue, work);
  return { ms: performance.now() - began, statements: statements.length };
}

async function middle(venue: RunningVenue, work: () => Promise<unknown>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run += 1) costs.push(await once(venue, work));
  return { ms: median(costs.map(({ ms }) => ms)), statements: costs[0]?.statements ?? 0 };
}

interface HeldRow {
  id: string;
  version: number;
}

/** An Onefit that holds of each venue what it was told, and answers at once. */
async function holding(sending: Sending, uuids: string[]): Promise<OnefitClient> {
  const rows = await sending.strapi.db
    .connection({ record: 'onefit_sync_records' })
    .join({ venue: 'venues' }, 'venue.document_id', 'record.venue_key')
    .join({ appointment: 'appointments' }, 'appointment.document_id', 'record.subject')
    .whereIn('venue.uuid', uuids)
    .where('appointment.ends_at', '>', new Date())
    .select<Array<HeldRow & { uuid: string }>>({
      uuid: 'venue.uuid',
      id: 'record.subject',
      version: 'record.acknowledged_version',
    });
  const held = new Map<string, HeldRow[]>();
  for (const { uuid, ...row } of rows) held.set(uuid, [...(held.get(uuid) ?? []), row]);
  return {
    put: () => Promise.reject(new Error('Nothing was to be sent.')),
    async held(uuid, _from, _to, cursor) {
      const all = held.get(uuid) ?? [];
      const start = Number(cursor ?? 0);
      const end = start + HELD_PAGE;
      return {
        sessions: all
          .slice(start, end)
          .map(({ id, version }) => ({ id, version, status: 'scheduled' as const })),
        nextCursor: end < all.length ? String(end) : null,
      };
    },
  };
}

/** The nightly comparison of one venue; nothing may differ. */
async function measureComparison(venue: RunningVenue, sending: Sending): Promise<Cost> {
  const places = await venue.strapi.db
    .connection('venues')
    .orderBy('id', 'desc')
    .limit(COMPARED)
    .select<Array<{ venueKey: string; uuid: string }>>('document_id as venueKey', 'uuid');
  const client = await holding(
    sending,
    places.map(({ uuid }) => uuid),
  );
  const all = await once(venue, async () => {
    for (const place of places) {
      const found = await reconcileVenue({ ...sending, client }, place, holdOn);
      if (found?.healed !== 0 || found.held === 0) {
        throw new Error(`The comparison found ${JSON.stringify(found)}.`);
      }
    }
  });
  return { ms: all.ms / places.length, statements: all.statements / places.length };
}

/** The sweep, in which nothing may differ; the venue's own clock may be at one just now. */
async function measureSweep(venue: RunningVenue, sending: Sending): Promise<Cost> {
  for (;;) {
    let report: SweepReport | null = null;
    const cost = await once(venue, async () => {
      report = await sweep(sending);
    });
    const found = report as SweepReport | null;
    if (found?.marked === 0) return cost;
    if (found) throw new Error(`The sweep found ${JSON.stringify(found)}.`);
    await sleep(1000);
  }
}

/**
 * Every job of the clock and what Prometheus asks, by the product's own functions, on a database in
 * which everything was delivered: what they cost when there is nothing to do, which is most of the time.
 */
export async function measureJobs(venue: RunningVenue, sending: Sending) {
  const { strapi } = venue;
  const knex = strapi.db.connection;
  const now = () => sending.clock.now();
  return {
    poll: await middle(venue, () => venuesToServe(knex, now())),
    sweep: await measureSweep(venue, sending),
    horizon: await once(venue, async () => {
      const added = await activitiesOf(strapi).expandAll();
      if (added > 0) throw new Error(`The horizon lacked ${added} appointments.`);
    }),
    comparison: await measureComparison(venue, sending),
    noticeWatch: await middle(venue, () =>
      sending.venue.bookings.transaction((trx) => watchConnections(trx, now())),
    ),
    metrics: await middle(venue, () => readStanding(knex, now())),
    forgetTombstones: await once(venue, () => sending.venue.bookings.forgetTombstones()),
    // Last: what is forgotten is gone.
    forgetLog: await once(venue, async () => {
      const forgotten = await forgetOldActivities(knex, now());
      if (forgotten === 0) throw new Error('The activity log had nothing to forget.');
    }),
  };
}

export type JobCosts = Awaited<ReturnType<typeof measureJobs>>;
