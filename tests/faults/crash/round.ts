import { takeOut } from '../../outbound/stage/guard-out';
import { staffWith } from '../../loop/staff';
import { makeArena } from '../../race/arena';
import { createPerformer } from '../../race/calls/perform';
import { clockOrigin, runClock } from '../../race/calls/run-clock';
import { fillUp } from '../../race/fill';
import { appointmentsFor } from '../../race/plan/scene';
import { untilQuiet } from '../../race/rows/quiet';
import { readRows } from '../../race/rows/venue-rows';
import { createPrng } from '../../support/prng';
import { readBoth, untilTheSame } from '../checks/peer';
import { judge } from '../checks/promises';
import type { Judged } from '../checks/promises';
import { followClaims } from '../checks/stuck-claims';
import { startMembers } from '../load/members';
import { startMovers } from '../load/movers';
import { createGate } from '../load/outages';
import { killServer, killVenue, MOMENTS, planKills } from './kills';
import type { Death } from './kills';
import { SHOWN_AT } from './options';
import type { Options } from './options';
import { buildStage, SECRET } from './stage';
import type { Stage } from './stage';

/** What one round came to. */
export interface Round {
  seed: number;
  judged: Judged[];
  deaths: Death[];
  calls: number;
  unanswered: number;
  edits: number;
  /** claims that killed processes left, and the longest time until one was free, in seconds */
  stuckClaims: number;
  longestStuck: number;
  /** until Onefit held everything, once nobody did anything any more, in seconds */
  quietAfter: number;
  complaints: string[];
}

const LANES = 5;
const PAUSE_MS = 80;
const MOVER_PAUSE_MS = 120;
/** Calls that are made between two deaths, about. */
const CALLS_A_KILL = 120;
/** The longest that a claim may be stuck, and a batch after it. */
const DELIVERED_WITHIN_MS = 75_000;

async function play(options: Options, stage: Stage, kills: number, seed: number): Promise<Round> {
  const random = createPrng(seed);
  const clock = runClock(clockOrigin());
  const gate = createGate(clock);
  const link = (venueId: string, companyId: string) =>
    stage.sandbox.control<void>('POST', '/links', { venueId, companyId });
  const appointments = appointmentsFor(kills * CALLS_A_KILL);
  const arena = await makeArena([stage.url], SECRET, appointments, random, link);
  if (options.control === 'endless-claims') {
    await stage.look((knex) => takeOut(knex, options.db, 'claim-end'));
  }
  const parts = { arena, gate, random, clock };
  const members = startMembers(parts, LANES, PAUSE_MS, 'database');
  const movers = startMovers(parts, staffWith(stage.url, arena.target.token), MOVER_PAUSE_MS);
  const claims = followClaims();
  const deaths: Death[] = [];
  const moments = options.control === null ? MOMENTS : SHOWN_AT[options.control];
  for (const kill of planKills(kills, random, moments)) {
    deaths.push(
      options.what === 'server'
        ? await killServer(stage, kill, random, gate, clock)
        : await killVenue(stage, kill, gate, clock, (since) =>
            stage.look((knex) => claims.note(knex, since)),
          ),
    );
    await stage.look((knex) => claims.look(knex));
  }
  const [wrong] = await Promise.all([members.stop(), movers.stop()]);
  return stage.look(async (knex) => {
    await untilQuiet(knex);
    const look = async () => {
      await claims.look(knex);
      return readBoth(knex, stage.sandbox, arena.target.venue);
    };
    // Filling up changes every session, which would hide a change that was lost.
    const atRest = await untilTheSame(look, DELIVERED_WITHIN_MS);
    const performer = createPerformer(arena.target, 'fill', clock);
    const filled = await fillUp(arena, await readRows(knex), performer);
    performer.close();
    const full = await untilTheSame(look, DELIVERED_WITHIN_MS);
    const calls = [...members.calls, ...filled.calls];
    const stuck = claims.all.map(({ since, freedAt }) => (freedAt ?? Date.now()) - since);
    return {
      seed,
      judged: judge({
        race: { arena, calls, rows: await readRows(knex), fills: filled.fills },
        edits: movers.edits,
        peers: [atRest.evidence, full.evidence],
        claims: claims.all,
        surprises: [
          ...wrong,
          ...movers.surprises(),
          ...deaths.flatMap(({ moment, reached }) => (reached ? [] : [`not reached: ${moment}`])),
        ],
      }),
      deaths,
      calls: calls.length,
      unanswered: calls.filter(({ answer }) => answer === null).length,
      edits: movers.edits.length,
      stuckClaims: stuck.length,
      longestStuck: Math.max(0, ...stuck) / 1000,
      quietAfter: atRest.seconds,
      complaints: stage.complaints(),
    };
  });
}

/** Kills so many times on a database of its own, then judges. */
export async function playRound(options: Options, kills: number, seed: number): Promise<Round> {
  const stage = await buildStage(options);
  try {
    return await play(options, stage, kills, seed);
  } finally {
    await stage.clear();
  }
}
