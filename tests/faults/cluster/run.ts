import { setTimeout as sleep } from 'node:timers/promises';
import { staffWith } from '../../loop/staff';
import { makeArena } from '../../race/arena';
import { createPerformer } from '../../race/calls/perform';
import { clockOrigin, runClock } from '../../race/calls/run-clock';
import { fillUp } from '../../race/fill';
import { appointmentsFor } from '../../race/plan/scene';
import { untilQuiet } from '../../race/rows/quiet';
import { readRows } from '../../race/rows/venue-rows';
import { createPrng } from '../../support/prng';
import { acknowledgedTooLate, watchAcknowledgements } from '../checks/acknowledgements';
import { readBoth, untilTheSame } from '../checks/peer';
import { judge } from '../checks/promises';
import type { Judged } from '../checks/promises';
import { startMembers } from '../load/members';
import { startMovers } from '../load/movers';
import { createGate } from '../load/outages';
import { killAndReplace, pauseBeyondItsClaim, restartRolling } from './events';
import type { Options } from './options';
import { SECRET } from '../crash/stage';
import { buildCluster } from './stage';
import type { Cluster } from './stage';

/** What a run came to. */
export interface Report {
  judged: Judged[];
  facts: Record<string, number>;
}

const LANES = 8;
const PAUSE_MS = 60;
const MOVER_PAUSE_MS = 150;
/** Calls in a second of load, about. */
const CALLS_A_SECOND = 60;
const DELIVERED_WITHIN_MS = 75_000;

export const LOST_CLAIM =
  'an instance that stood still acknowledges nothing that it no longer holds';
export const SERVED = 'no booking is refused or failed but those cut in the air';

async function play(options: Options, cluster: Cluster): Promise<Report> {
  const { knex, sandbox } = cluster;
  const random = createPrng(options.seed);
  const clock = runClock(clockOrigin());
  const gate = createGate(clock);
  const link = (venueId: string, companyId: string) =>
    sandbox.control<void>('POST', '/links', { venueId, companyId });
  const expected = options.seconds * 6 * CALLS_A_SECOND;
  const arena = await makeArena([cluster.url], SECRET, appointmentsFor(expected), random, link);
  await watchAcknowledgements(knex);
  const parts = { arena, gate, random, clock };
  const happening = { cluster, arena, gate, clock };
  const members = startMembers(parts, LANES, PAUSE_MS, 'instance');
  const movers = startMovers(parts, staffWith(cluster.url, arena.target.token), MOVER_PAUSE_MS);
  const work = () => sleep(options.seconds * 1_000);
  const last = options.instances - 1;
  await work();
  const claimed = await pauseBeyondItsClaim(happening, last);
  if (options.control === null) {
    await work();
    await killAndReplace(happening, 0);
    await work();
    await restartRolling(happening, options.seconds * 500);
    await work();
  }
  const [wrong] = await Promise.all([members.stop(), movers.stop()]);
  await untilQuiet(knex);
  const look = () => readBoth(knex, sandbox, arena.target.venue);
  const atRest = await untilTheSame(look, DELIVERED_WITHIN_MS);
  const performer = createPerformer(arena.target, 'fill', clock);
  const filled = await fillUp(arena, await readRows(knex), performer);
  performer.close();
  const full = await untilTheSame(look, DELIVERED_WITHIN_MS);
  const calls = [...members.calls, ...filled.calls];
  const cut = calls.filter(({ answer }) => answer === null).length;
  const failed = calls.filter(({ answer }) => (answer?.status ?? 0) >= 500);
  const late = await acknowledgedTooLate(knex);
  const broken = judge({
    race: { arena, calls, rows: await readRows(knex), fills: filled.fills },
    edits: movers.edits,
    peers: [atRest.evidence, full.evidence],
    claims: [],
    surprises: [...wrong, ...movers.surprises()],
  });
  return {
    judged: [
      ...broken,
      {
        promise: SERVED,
        broken: failed.map(
          ({ asked, answer }) => `${asked.kind} → ${answer?.status} ${answer?.code}`,
        ),
      },
      {
        promise: LOST_CLAIM,
        broken: [...late, ...(claimed === 0 ? ['it had claimed nothing'] : [])],
      },
    ],
    facts: {
      calls: calls.length,
      unanswered: cut,
      edits: movers.edits.length,
      claimedWhenPaused: claimed,
      untilDeliveredSeconds: Number(atRest.seconds.toFixed(1)),
    },
  };
}

/** Plays everything once, on instances and a database of its own. */
export async function run(options: Options): Promise<Report> {
  const cluster = await buildCluster(options);
  try {
    return await play(options, cluster);
  } finally {
    await cluster.clear();
  }
}
