import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { staffWith } from '../../loop/staff';
import { makeArena } from '../../race/arena';
import { clockOrigin, runClock } from '../../race/calls/run-clock';
import { untilQuiet } from '../../race/rows/quiet';
import { readRows } from '../../race/rows/venue-rows';
import { connect } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import { createPrng } from '../../support/prng';
import { startSandbox } from '../../support/sandbox';
import { createUndo } from '../../support/undo';
import type { Undo } from '../../support/undo';
import { startVenueProcess } from '../../support/venue-process';
import { readBoth, untilTheSame } from '../checks/peer';
import { judge } from '../checks/promises';
import { SECRET } from '../crash/stage';
import { startMembers } from '../load/members';
import { startMovers } from '../load/movers';
import { createGate } from '../load/outages';
import type { Options } from './options';
import { takeSample } from './samples';
import type { Sample } from './samples';

const MAIN = path.join(__dirname, '../venue/measured-main.mjs');
const LANES = 6;
const PAUSE_MS = 100;
const MOVER_PAUSE_MS = 400;
/** Few enough that all of them are read by one check of the race; the rush comes back to them. */
const APPOINTMENTS = 100;
const SAMPLES = 30;
const LEAST_PAUSE_MS = 4_000;
const DELIVERED_WITHIN_MS = 60_000;

async function play(options: Options, signal: AbortSignal, undo: Undo) {
  const database = await makeDatabase(options.db);
  undo.later(() => database.drop());
  const sandbox = await startSandbox({ ONEFIT_SECRET: SECRET });
  undo.later(() => sandbox.stop());
  const env = {
    ONEFIT_SECRET: SECRET,
    ONEFIT_BASE_URL: sandbox.url,
    FAULT_CONTROL: options.control === null ? '' : `leak-${options.control}`,
  };
  const venue = await startVenueProcess(database, env, MAIN);
  undo.later(() => venue.stop());
  const settings = { venueBaseUrl: venue.url, acceptUnknownBookings: true };
  await sandbox.control('PUT', '/settings', settings);
  const knex = connect(database);
  undo.later(() => knex.destroy());
  const random = createPrng(options.seed);
  const clock = runClock(clockOrigin());
  const gate = createGate(clock);
  const link = (venueId: string, companyId: string) =>
    sandbox.control<void>('POST', '/links', { venueId, companyId });
  const arena = await makeArena([venue.url], SECRET, APPOINTMENTS, random, link);
  const parts = { arena, gate, random, clock };
  const members = startMembers(parts, LANES, PAUSE_MS, 'instance');
  const movers = startMovers(parts, staffWith(venue.url, arena.target.token), MOVER_PAUSE_MS);
  const samples: Sample[] = [];
  const beside = monitorEventLoopDelay({ resolution: 10 });
  beside.enable();
  const began = Date.now();
  const whole = options.minutes * 60_000;
  const pause = Math.max(LEAST_PAUSE_MS, whole / SAMPLES);
  while (Date.now() - began < whole && !signal.aborted) {
    await sleep(pause);
    samples.push(
      await takeSample(venue, knex, {
        at: (Date.now() - began) / 1000,
        calls: members.calls.length,
        delayBeside: beside.percentile(50) / 1e6,
      }),
    );
    beside.reset();
  }
  beside.disable();
  await Promise.all([members.stop(), movers.stop()]);
  await untilQuiet(knex);
  const { evidence } = await untilTheSame(
    () => readBoth(knex, sandbox, arena.target.venue),
    DELIVERED_WITHIN_MS,
  );
  const judged = judge({
    race: { arena, calls: members.calls, rows: await readRows(knex), fills: [] },
    edits: movers.edits,
    peers: [evidence, evidence],
    claims: [],
    surprises: movers.surprises(),
  });
  const problems = judged.flatMap(({ promise, broken }) =>
    broken.map((what) => `${promise}: ${what}`),
  );
  return { samples, problems };
}

/** Lets everybody work for so long; gives what was measured, and what is not as it should be. */
export async function soak(
  options: Options,
  signal: AbortSignal,
): Promise<{ samples: Sample[]; problems: string[] }> {
  const undo = createUndo();
  try {
    return await play(options, signal, undo);
  } finally {
    await undo.all();
  }
}
