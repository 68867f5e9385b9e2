import { writeActivities } from '../activity-log/write';
import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { sessionQuery, sessionsFrom } from '../venue/session-views';
import { fingerprint, toSession } from '../wire/session';
import { holdOn, renewLease, underLease } from './lease';
import type { Hold } from './lease';
import { markSessions } from './mark';
import { closeRefusals, orphans } from './orphans';
import type { Sending } from './deliver';

const PAGE = 500;
const LEASE_MS = 10 * 60_000;

/** What a sweep looked at, and what it found that no change had announced. */
export interface SweepReport {
  looked: number;
  /** that differ from what Onefit last answered */
  marked: number;
  /** on which another rule was stored than the one that holds; these are marked as well */
  resolved: number;
}

interface Known {
  subject: string;
  desired_version: number;
  acknowledged_version: number;
  refused_version: number;
  fingerprint: string | null;
}

const KNOWN_COLUMNS = [
  'subject',
  'desired_version',
  'acknowledged_version',
  'refused_version',
  'fingerprint',
];

async function knownOf(trx: Trx, subjects: string[]): Promise<Map<string, Known>> {
  const rows = await trx(SYNC_RECORDS)
    .where({ kind: 'session' })
    .whereIn('subject', subjects)
    .select<Known[]>(KNOWN_COLUMNS);
  return new Map(rows.map((row) => [row.subject, row]));
}

/** Whether it goes out anyway, as it then is. */
function isOnItsWay({ desired_version, acknowledged_version, refused_version }: Known): boolean {
  return desired_version !== acknowledged_version && desired_version !== refused_version;
}

/** One page of appointments that are not over; gives what differs from what Onefit last answered. */
export async function differingPage(
  trx: Trx,
  afterId: number,
  orderActive: boolean,
  now: Date,
): Promise<{ looked: number; nextId: number | null; differing: string[] }> {
  const rows = (await sessionQuery(trx)
    .column({ row_id: 'appointment.id' })
    .where('appointment.ends_at', '>', now)
    .where('appointment.id', '>', afterId)
    .orderBy('appointment.id')
    .limit(PAGE)) as Array<{ row_id: number }>;
  const sessions = sessionsFrom(rows, orderActive);
  const known = await knownOf(
    trx,
    sessions.map((session) => session.view.id),
  );
  const differing = sessions.filter(({ view }) => {
    const record = known.get(view.id);
    if (!record) return view.offered && view.state === 'scheduled';
    if (isOnItsWay(record)) return false;
    return fingerprint(toSession(view, record.desired_version)) !== record.fingerprint;
  });
  return {
    looked: rows.length,
    nextId: rows.length === PAGE ? (rows[rows.length - 1]?.row_id ?? null) : null,
    differing: differing.map(({ view }) => view.id),
  };
}

async function sweepAll({ strapi, venue, clock }: Sending, hold: Hold): Promise<SweepReport> {
  const report: SweepReport = { looked: 0, marked: 0, resolved: 0 };
  const knex = strapi.db.connection;
  const mark = async (subjects: string[]) => {
    if (subjects.length === 0) return;
    report.marked += subjects.length;
    await venue.bookings.transaction((trx) => markSessions(trx, subjects, clock.now()));
  };
  report.resolved = await venue.appointments.resolveStale();
  const orderActive = (await activeOrder(knex)) !== null;
  for (let afterId: number | null = 0; afterId !== null; ) {
    const result: Awaited<ReturnType<typeof differingPage>> = await differingPage(
      knex,
      afterId,
      orderActive,
      clock.now(),
    );
    report.looked += result.looked;
    await hold();
    await mark(result.differing);
    afterId = result.nextId;
  }
  await hold();
  await mark(await orphans(knex, clock.now()));
  await closeRefusals(knex, clock.now());
  return report;
}

/**
 * Looks at every appointment that is not over and marks what differs from what Onefit
 * acknowledged: the guarantee behind the hooks, for whatever they cannot see. Gives null when
 * another instance is sweeping.
 *
 * @param hold is asked page by page whether to go on, and throws where not
 */
export function sweep(sending: Sending, hold: Hold = holdOn): Promise<SweepReport | null> {
  const { strapi, clock } = sending;
  return underLease(strapi.db.connection, 'sweep', LEASE_MS, clock, async (lease) => {
    const report = await sweepAll(sending, async () => {
      await hold();
      await renewLease(strapi.db.connection, lease, clock.now());
    });
    if (report.marked + report.resolved > 0) {
      const found = { kind: 'swept', outcome: 'done', source: 'clock' } as const;
      await writeActivities(
        strapi.db.connection,
        [{ ...found, counts: { ...report } }],
        clock.now(),
      );
      strapi.log.info(
        `Onefit: the sweep found ${report.marked + report.resolved} of ${report.looked} to send again`,
      );
    }
    return report;
  });
}
