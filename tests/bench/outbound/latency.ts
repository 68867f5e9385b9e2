import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../support/sandbox';
import type { RunningSandbox } from '../../support/sandbox';
import { until } from '../../support/wait';
import { sessionDocumentId } from '../fill/names';
import { percentile } from '../shared/figures';
import type { BenchOptions } from '../shared/options';
import { link } from './link';
import { startPlace } from './place';
import type { Place } from './place';

const SESSIONS = 200;
const PER_SECOND = 10;
const APPOINTMENT = 'api::appointment.appointment';

/** A session as the sandbox received it, and when. */
interface Received {
  id: string;
  held: { room: string | null } | null;
  received: Array<{ at: string; version: number }>;
}

/** What was saved: which session, and when the save was done. */
interface Saved {
  session: string;
  at: number;
  /** the version that the save made due */
  version: number;
}

async function saveSteadily({ venue }: Place, count: number): Promise<Saved[]> {
  const { strapi } = venue;
  const begin = Date.now();
  const saved: Saved[] = [];
  for (let number = 0; number < count; number += 1) {
    const due = begin + (number * 1000) / PER_SECOND;
    await sleep(Math.max(0, due - Date.now()));
    const session = sessionDocumentId(number % SESSIONS);
    const data = { room: `Room ${number}` } as never;
    await strapi.documents(APPOINTMENT).update({ documentId: session, data });
    const at = Date.now();
    const row: unknown = await strapi.db
      .connection('onefit_sync_records')
      .where({ subject: session })
      .first('desired_version');
    saved.push({ session, at, version: (row as { desired_version: number }).desired_version });
  }
  return saved;
}

async function receivedBy(sandbox: RunningSandbox): Promise<Map<string, Received>> {
  const { venues } = await sandbox.control<{ venues: Array<{ sessions: Received[] }> }>(
    'GET',
    '/state',
  );
  const sessions = venues.flatMap((venue) => venue.sessions);
  return new Map(sessions.map((session) => [session.id, session]));
}

/** Milliseconds until Onefit had this version or a later one; null while it has not. */
function arrivalOf({ session, at, version }: Saved, all: Map<string, Received>): number | null {
  const receipts = all.get(session)?.received ?? [];
  const first = receipts.find((receipt) => receipt.version >= version);
  return first ? Math.max(0, Date.parse(first.at) - at) : null;
}

/** From a staff save to its arrival at Onefit, with ten saves a second; milliseconds. */
export async function measureLatency({ rounds, seconds }: BenchOptions): Promise<number[]> {
  const sandbox = await startSandbox();
  const place = await startPlace(SESSIONS, { ONEFIT_BASE_URL: sandbox.url });
  try {
    const { url, strapi } = place.venue;
    await link(sandbox, { url, uuid: place.uuid, knex: strapi.db.connection });
    const saved = await saveSteadily(place, PER_SECOND * seconds * rounds);
    return await until(
      'every change to arrive',
      async () => {
        const all = await receivedBy(sandbox);
        const arrivals = saved.map((one) => arrivalOf(one, all));
        return arrivals.every((one) => one !== null) && arrivals;
      },
      30_000,
    );
  } finally {
    await place.venue.stop();
    await sandbox.stop();
  }
}

export function latencyFigures(milliseconds: number[]) {
  return {
    changeToOnefitP50Ms: percentile(milliseconds, 0.5),
    changeToOnefitP99Ms: percentile(milliseconds, 0.99),
  };
}
