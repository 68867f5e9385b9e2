import type { Fault } from './checks/check';
import type { Options } from './options';
import { brokenChecks, checkLines, countLine } from './report';
import { retell } from './retell';
import { playRound } from './rounds';
import { inSession } from './session';

/** Sends one request of a seed, alone, in a place where nothing else happened. */
export async function once(options: Options, index: number): Promise<string[]> {
  const lines: string[] = [];
  await inSession(options, async (session) => {
    const { exchanges, faults } = await playRound(session, index, 1);
    for (const { fate } of exchanges) {
      const { answer, lost } = fate;
      lines.push(`Answered: ${answer ? `${answer.status} ${answer.body}` : lost}`);
    }
    const told: Fault = { check: 'answered', what: 'this was sent', index };
    lines.push(
      ...checkLines(faults),
      ...(await retell(session, options.seed, faults.length > 0 ? faults : [told])),
      countLine(faults.length === 0 ? 1 : 0, brokenChecks(faults).length),
    );
  });
  return lines;
}
