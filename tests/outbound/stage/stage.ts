import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { registerAdministrator, signIn } from '../../loop/staff';
import type { Staff } from '../../loop/staff';
import { connect } from '../../support/connect';
import type { Knex } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import type { DatabaseKind } from '../../support/database';
import { startSandbox } from '../../support/sandbox';
import type { RunningSandbox } from '../../support/sandbox';
import { builtOrUndone } from '../../support/undo';
import type { Undo } from '../../support/undo';
import { startVenueProcess } from '../../support/venue-process';
import type { VenueProcess } from '../../support/venue-process';
import { startClock } from './storm-clock';
import type { StormClock } from './storm-clock';

/** Who tells Onefit: the engine of the project, or the plain push that it is measured against. */
export type Sender = 'engine' | 'plain-push';

/** Real processes on a database of their own, all by one clock. */
export interface Stage {
  kind: DatabaseKind;
  clock: StormClock;
  sandbox: RunningSandbox;
  venues: VenueProcess[];
  /** a person at the panel of each venue process */
  staff: Staff[];
  /** past the venue, for what no hook sees */
  knex: Knex;
  /** lines that the venue processes logged as warnings or errors, oldest first */
  complaints(): string[];
  /** Stops the processes and drops the database. */
  clear(): Promise<void>;
}

export interface StageOptions {
  db: DatabaseKind;
  processes: number;
  /** how many times faster than the machine's the clock runs */
  speed: number;
  sender: Sender;
  /** how far ahead repeating activities have appointments */
  horizonWeeks?: number;
}

const SECRET = 'test-secret';
const PERSON = { email: 'storm@venue.example', password: 'Storm-password-1' };
const ENTRY = path.join(__dirname, 'venue-main.mjs');
const FAST_DATE = pathToFileURL(path.join(__dirname, 'fast-date.mjs')).href;

/** Few, so that a repeating activity has a handful of dates. */
const HORIZON_WEEKS = 3;

function venueEnv(
  { clock, sandbox }: Pick<Stage, 'clock' | 'sandbox'>,
  { sender, horizonWeeks = HORIZON_WEEKS }: StageOptions,
) {
  return {
    ...clock.env,
    ONEFIT_SECRET: SECRET,
    // The engine is at rest where it does not know where Onefit is.
    ONEFIT_BASE_URL: sender === 'engine' ? sandbox.url : '',
    PLAIN_PUSH_URL: sandbox.url,
    STORM_SENDER: sender,
    SCHEDULE_HORIZON_WEEKS: String(horizonWeeks),
    LOG_LEVEL: 'warn',
  };
}

async function build(options: StageOptions, undo: Undo): Promise<Stage> {
  const clock = startClock(options.speed);
  undo.later(async () => clock.stop());
  const database = await makeDatabase(options.db);
  undo.later(() => database.drop());
  const sandbox = await startSandbox({
    ...clock.env,
    ONEFIT_SECRET: SECRET,
    NODE_OPTIONS: `--import ${FAST_DATE}`,
  });
  undo.later(() => sandbox.stop());
  const env = venueEnv({ clock, sandbox }, options);
  const venues: VenueProcess[] = [];
  const start = async () => {
    const venue = await startVenueProcess(database, env, ENTRY);
    undo.later(() => venue.stop());
    venues.push(venue);
  };
  // The first alone, since it makes the tables.
  await start();
  await Promise.all(Array.from({ length: options.processes - 1 }, start));
  const [first] = venues;
  if (!first) throw new Error('A stage has at least one venue process.');
  await sandbox.control('PUT', '/settings', { venueBaseUrl: first.url });
  await registerAdministrator(first.url, PERSON);
  const knex = connect(database);
  undo.later(() => knex.destroy());
  return {
    kind: options.db,
    clock,
    sandbox,
    venues,
    staff: await Promise.all(venues.map(({ url }) => signIn(url, PERSON))),
    knex,
    complaints: () => venues.flatMap(({ printed }) => printed),
    clear: () => undo.all(),
  };
}

/** Builds the stage; what was started is stopped again when a part of it does not start. */
export function buildStage(options: StageOptions): Promise<Stage> {
  return builtOrUndone((undo) => build(options, undo));
}
