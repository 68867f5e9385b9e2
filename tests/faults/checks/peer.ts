import { setTimeout as sleep } from 'node:timers/promises';
import { readOnefit } from '../../outbound/checker/at-onefit';
import { evidenceOf } from '../../outbound/checker/evidence';
import type { Evidence } from '../../outbound/checker/evidence';
import { sameOutcomes, sameSessions } from '../../outbound/checker/same-state';
import { readRows, underWay } from '../../outbound/checker/venue-rows';
import type { Knex } from '../../support/connect';
import type { RunningSandbox } from '../../support/sandbox';

const LOOK_MS = 250;
const NONE: ReadonlySet<string> = new Set();

/** Reads both sides: what the venue's database says, and what Onefit holds of it. */
export async function readBoth(
  knex: Knex,
  sandbox: RunningSandbox,
  venue: string,
): Promise<Evidence> {
  const notes = {
    venue,
    neverOffered: new Set<string>(),
    unseen: new Set<string>(),
    lost: new Set<string>(),
    unlinked: [],
    surprises: [],
    repeats: 0,
    moves: 0,
  };
  return evidenceOf(notes, await readRows(knex), await readOnefit(sandbox));
}

/** Where Onefit does not hold what the venue has, field by field; and what the venue still has to send. */
export function undelivered(evidence: Evidence): string[] {
  const open = underWay(evidence.rows).map(({ subject }) => `${subject}: still to be sent`);
  const differing = [...sameSessions(evidence, NONE), ...sameOutcomes(evidence)];
  return [...open, ...differing.map(({ subject, what }) => `${subject}: ${what}`)];
}

/**
 * Waits until Onefit holds what the venue has, and gives what was found at last. Nobody presses
 * "Synchronise now": the marks alone must carry it.
 */
export async function untilTheSame(
  look: () => Promise<Evidence>,
  withinMs: number,
): Promise<{ evidence: Evidence; seconds: number }> {
  const began = Date.now();
  for (;;) {
    const evidence = await look();
    const seconds = (Date.now() - began) / 1000;
    if (undelivered(evidence).length === 0 || seconds * 1000 > withinMs) {
      return { evidence, seconds };
    }
    await sleep(LOOK_MS);
  }
}
