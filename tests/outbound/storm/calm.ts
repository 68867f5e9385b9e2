import { setTimeout as sleep } from 'node:timers/promises';
import { readOnefit } from '../checker/at-onefit';
import { evidenceOf } from '../checker/evidence';
import { sameOutcomes, sameSessions } from '../checker/same-state';
import { readRows, underWay } from '../checker/venue-rows';
import type { Stage } from '../stage/stage';
import type { Storm } from './storm';

const LOOK_MS = 150;
const NOTHING: ReadonlySet<string> = new Set();

/** The contract's longest pause between two tries, with its jitter. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Longer than any call to Onefit lasts, so that nothing is in flight when the clock is put forward. */
const LAST_CALL_MS = 12_000;

/** How long everything may take once the last pause is over, in the machine's time. */
const PATIENCE_MS = 30_000;

/** Looks until something holds, or patience ends; what then does not hold is the checker's to say. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds()) && Date.now() < end) await sleep(LOOK_MS);
}

/** Passes the longest pause that a failing connection can be in, by putting the clock forward. */
export async function passPauses({ clock }: Stage): Promise<void> {
  await sleep(LAST_CALL_MS / clock.speed);
  clock.forward(LONGEST_PAUSE_MS);
}

/** Until the engine has nothing more to send. */
export function untilSettled(stage: Stage): Promise<void> {
  return until(async () => underWay(await readRows(stage.knex)).length === 0);
}

/** Until nothing has come for longer than the plain push ever waits. */
export async function untilQuiet(stage: Stage): Promise<void> {
  const quiet = 2_000;
  let last = { total: -1, since: Date.now() };
  await until(async () => {
    const { counts } = await readOnefit(stage.sandbox);
    const total = counts['sessions.put']?.total ?? 0;
    if (total !== last.total) last = { total, since: Date.now() };
    return Date.now() - last.since > quiet;
  });
}

/** Until Onefit holds what every venue has. */
export function untilTheSame(stage: Stage, storms: Storm[]): Promise<void> {
  return until(async () => {
    const rows = await readRows(stage.knex);
    if (underWay(rows).length > 0) return false;
    const atOnefit = await readOnefit(stage.sandbox);
    return storms.every(({ notes }) => {
      const evidence = evidenceOf(notes, rows, atOnefit);
      return sameSessions(evidence, NOTHING).length + sameOutcomes(evidence).length === 0;
    });
  });
}
