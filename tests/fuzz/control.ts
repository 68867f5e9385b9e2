import path from 'node:path';
import { countersAgree, isAlive, printedNothing } from './checks/at-the-end';
import { CHECKS } from './checks/check';
import type { CheckName, Fault } from './checks/check';
import { createMemoryWatch, memoryGrew } from './checks/memory';
import { count, ENOUGH, reachedAll } from './checks/reached';
import type { Tally } from './checks/reached';
import type { Options } from './options';
import { countLine } from './report';
import { playRound } from './rounds';
import { inSession } from './session';
import type { Session } from './session';

const BROKEN_VENUE = path.join(__dirname, 'servers/broken-venue.mjs');

/** So many requests show most of what can be broken. */
const REQUESTS = 300;
/** What shows in few answers takes more of them. */
const MORE: Partial<Record<CheckName, number>> = { form: 2_000, reached: 2_000 };
/** The numbers of the requests of one control lie so far from those of the next. */
const APART = 4_000;

/** In this order: a venue that has ended takes part in nothing more. */
const ORDER = Object.keys(CHECKS).sort(
  (one, other) => Number(one === 'alive') - Number(other === 'alive'),
) as CheckName[];

/** What the checks find in some rounds of requests to a venue that is broken in one way. */
async function findingsOf(session: Session, broken: CheckName, from: number): Promise<Fault[]> {
  const { venue } = session;
  const memory = createMemoryWatch(venue);
  const printedBefore = venue.printed.length;
  const tally: Tally = new Map();
  await memory.measure(from);
  await venue.ask(`break ${broken}`);
  const played: Fault[] = [];
  for (let sent = 0; sent < (MORE[broken] ?? REQUESTS) && venue.isRunning(); sent += REQUESTS) {
    const { exchanges, faults } = await playRound(session, from + sent, REQUESTS);
    count(tally, exchanges);
    played.push(...faults);
    if (faults.some(({ check }) => check === broken)) break;
  }
  const faults = [
    ...played,
    ...(await isAlive(session, `after-${from}`)),
    ...(await countersAgree(session)),
    ...printedNothing(venue.printed.slice(printedBefore)),
    ...reachedAll(tally, session.document, ENOUGH),
  ];
  if (!venue.isRunning()) return faults;
  await memory.measure(from + REQUESTS);
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
        const faults = await findingsOf(session, broken, turn * APART);
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
