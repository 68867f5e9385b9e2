import path from 'node:path';
import { staffWith } from '../../loop/staff';
import { makeGround, makePart } from '../../race/arena';
import type { Arena } from '../../race/arena';
import type { Call } from '../../race/calls/call';
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
import type { Movers } from '../load/movers';
import { createGate } from '../load/outages';
import type { Options } from './options';
import type { Night } from './nights';
import type { Sample } from './samples';
import { createWatch } from './watch';

const MAIN = path.join(__dirname, '../venue/measured-main.mjs');
const LANES = 6;
const PAUSE_MS = 100;
const MOVER_PAUSE_MS = 400;
/** Few enough that all of them are read by one check of the race; the rush comes back to them. */
const APPOINTMENTS = 100;
const DELIVERED_WITHIN_MS = 60_000;
/** Appointments are within reach of a check-in for so long: then everybody goes on with others. */
const LONGEST_SHIFT = 15;

/** Appointments of their own, for some minutes. */
interface Shift {
  arena: Arena;
  calls: Call[];
  movers: Movers;
}

function shiftsOf(minutes: number): number[] {
  const count = Math.ceil(minutes / LONGEST_SHIFT);
  return Array.from({ length: count }, () => minutes / count);
}

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
  const ground = await makeGround([venue.url], SECRET, link);
  const watch = createWatch(venue, knex, {
    uuid: ground.target.venue,
    jobs: options.control !== 'nights',
  });
  undo.later(async () => watch.stop());
  const shifts: Shift[] = [];
  for (const minutes of shiftsOf(options.minutes)) {
    ground.target.token = await ground.panel.renew();
    const arena = await makePart(ground, shifts.length + 1, APPOINTMENTS, random);
    const members = startMembers({ arena, gate, random, clock }, LANES, PAUSE_MS, 'instance');
    const desk = staffWith(venue.url, ground.target.token);
    const movers = startMovers({ arena, gate, random, clock }, desk, MOVER_PAUSE_MS);
    await watch.measureFor(minutes, options.minutes, members.calls, signal);
    await Promise.all([members.stop(), movers.stop()]);
    shifts.push({ arena, calls: members.calls, movers });
  }
  await untilQuiet(knex);
  const { evidence } = await untilTheSame(
    () => readBoth(knex, sandbox, ground.target.venue),
    DELIVERED_WITHIN_MS,
  );
  const judged = judge({
    race: {
      arena: {
        appointments: shifts.flatMap(({ arena }) => arena.appointments),
        customers: ground.customers,
      },
      calls: shifts.flatMap(({ calls }) => calls),
      rows: await readRows(knex),
      fills: [],
    },
    edits: shifts.flatMap(({ movers }) => movers.edits),
    peers: [evidence, evidence],
    claims: [],
    surprises: shifts.flatMap(({ movers }) => movers.surprises()),
  });
  const problems = judged.flatMap(({ promise, broken }) =>
    broken.map((what) => `${promise}: ${what}`),
  );
  return { ...watch.seen, problems };
}

/** Lets everybody work for so long; gives what was measured, and what is not as it should be. */
export async function soak(
  options: Options,
  signal: AbortSignal,
): Promise<{ samples: Sample[]; nights: Night[]; problems: string[] }> {
  const undo = createUndo();
  try {
    return await play(options, signal, undo);
  } finally {
    await undo.all();
  }
}
