import { setTimeout as sleep } from 'node:timers/promises';
import { readOnefit } from '../checker/at-onefit';
import { evidenceOf } from '../checker/evidence';
import { sameOutcomes, sameSessions } from '../checker/same-state';
import { readRows, underWay } from '../checker/venue-rows';
import type { Stage } from '../stage/stage';
import type { Storm } from './storm';

const LOOK_MS = 150;
const NOTHING: ReadonlySet<string> = new Set();

/** The contract's longest pause between two tries, in the venue's time. */
const LONGEST_PAUSE_MS = 15 * 60_000;
/** For the machine's own work, in its own time. */
const ROOM_MS = 20_000;

/** How long Onefit's healing may take, in the machine's time: the longest pause, and room. */
export function patienceMs({ clock }: Pick<Stage, 'clock'>): number {
  return LONGEST_PAUSE_MS / clock.speed + ROOM_MS;
}

/** Looks until something holds, or patience ends; what then does not hold is the checker's to say. */
async function until(stage: Stage, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patienceMs(stage);
  while (!(await holds()) && Date.now() < end) await sleep(LOOK_MS);
}

/** Until the engine has nothing more to send. */
export function untilSettled(stage: Stage): Promise<void> {
  return until(stage, async () => underWay(await readRows(stage.knex)).length === 0);
}

/** Until nothing has come for longer than the plain push ever waits. */
export async function untilQuiet(stage: Stage): Promise<void> {
  const quiet = 2_000;
  let last = { total: -1, since: Date.now() };
  await until(stage, async () => {
    const { counts } = await readOnefit(stage.sandbox);
    const total = counts['sessions.put']?.total ?? 0;
    if (total !== last.total) last = { total, since: Date.now() };
    return Date.now() - last.since > quiet;
  });
}

/** Until Onefit holds what every venue has. */
export function untilTheSame(stage: Stage, storms: Storm[]): Promise<void> {
  return until(stage, async () => {
    const rows = await readRows(stage.knex);
    if (underWay(rows).length > 0) return false;
    const atOnefit = await readOnefit(stage.sandbox);
    return storms.every(({ notes }) => {
      const evidence = evidenceOf(notes, rows, atOnefit);
      return sameSessions(evidence, NOTHING).length + sameOutcomes(evidence).length === 0;
    });
  });
}
