import path from 'node:path';
import { countersAgree, isAlive, printedNothing } from './checks/at-the-end';
import { CHECKS } from './checks/check';
import type { CheckName, Fault } from './checks/check';
import { createMemoryWatch, memoryGrew } from './checks/memory';
import { count, reachedAll } from './checks/reached';
import type { Tally } from './checks/reached';
import type { Options } from './options';
import { countLine } from './report';
import { playRound } from './rounds';
import { inSession } from './session';
import type { Session } from './session';

const BROKEN_VENUE = path.join(__dirname, 'servers/broken-venue.mjs');
const ROUND = 300;

/** In this order: a venue that has ended takes part in nothing more. */
const ORDER = Object.keys(CHECKS).sort(
  (one, other) => Number(one === 'alive') - Number(other === 'alive'),
) as CheckName[];

/** What the checks find in a round of requests to a venue that is broken in one way. */
async function findingsOf(session: Session, broken: CheckName, from: number): Promise<Fault[]> {
  const { venue } = session;
  const memory = createMemoryWatch(venue);
  const printedBefore = venue.printed.length;
  const tally: Tally = new Map();
  await memory.measure(from);
  await venue.ask(`break ${broken}`);
  const round = await playRound(session, from, ROUND);
  count(tally, round.exchanges);
  const faults = [
    ...round.faults,
    ...(await isAlive(session, `after-${from}`)),
    ...(await countersAgree(session)),
    ...printedNothing(venue.printed.slice(printedBefore)),
    ...reachedAll(tally),
  ];
  if (!venue.isRunning()) return faults;
  await memory.measure(from + ROUND);
  await venue.ask('mend');
  return [...faults, ...memoryGrew(memory)];
}

/**
 * The negative controls: the venue is broken for each check in turn, in the memory of the test's
 * own process, and that check must find it.
 */
export async function runControls(options: Options): Promise<string[]> {
  const lines: string[] = [];
  let missed = 0;
  await inSession(
    options,
    async (session) => {
      for (const [turn, broken] of ORDER.entries()) {
        const faults = await findingsOf(session, broken, turn * ROUND);
        const found = faults.filter(({ check }) => check === broken);
        if (found.length === 0) missed += 1;
        const first = found[0]?.what.slice(0, 160).split('\n')[0];
        lines.push(
          found.length === 0
            ? `  FAIL  broken, and not found: ${CHECKS[broken]}`
            : `  ok    found ${found.length} time(s): ${CHECKS[broken]}: ${first}`,
        );
      }
    },
    BROKEN_VENUE,
  );
  return [...lines, countLine(ORDER.length - missed, missed)];
}
