import path from 'node:path';
import { freePorts } from '../../support/ports';
import { connect } from '../../support/connect';
import type { Knex } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import type { TestDatabase } from '../../support/database';
import { startSandbox } from '../../support/sandbox';
import type { RunningSandbox } from '../../support/sandbox';
import { builtOrUndone } from '../../support/undo';
import type { Undo } from '../../support/undo';
import { startVenueProcess } from '../../support/venue-process';
import type { VenueProcess } from '../../support/venue-process';
import { startOwnServer } from '../servers/own-server';
import type { OwnServer } from '../servers/own-server';
import type { Options } from './options';

/** Real processes on a database of their own, on which things are killed. */
export interface Stage {
  database: TestDatabase;
  sandbox: RunningSandbox;
  /** the server under the database, where that is what is killed */
  server: OwnServer | null;
  url: string;
  /** the process that runs now, or ran last */
  venue(): VenueProcess;
  /** Starts the venue again, on the same port; gives after how many seconds it listened. */
  restart(): Promise<number>;
  /** A connection that is closed again: nobody but the venue holds the database when it is killed. */
  look<Seen>(work: (knex: Knex) => Promise<Seen>): Promise<Seen>;
  /** lines that the venue logged as warnings or errors */
  complaints(): string[];
  clear(): Promise<void>;
}

/** The secret that signs Onefit's calls. */
export const SECRET = 'test-secret';

/** What a venue runs that can be stopped at named points. */
export const FAULTY_MAIN = path.join(__dirname, '../venue/main.mjs');

/** Long enough for a call to be in the air when something is killed. */
const LATENCY = { kind: 'latency', ms: 20, jitterMs: 180 };

async function databaseOf({ db, what }: Options, undo: Undo) {
  if (what === 'app' || db === 'sqlite') {
    const database = await makeDatabase(db);
    undo.later(() => database.drop());
    return { database, server: null };
  }
  const server = await startOwnServer(db);
  undo.later(() => server.clear());
  return { database: server.database, server };
}

async function build(options: Options, undo: Undo): Promise<Stage> {
  const { database, server } = await databaseOf(options, undo);
  const sandbox = await startSandbox({ ONEFIT_SECRET: SECRET });
  undo.later(() => sandbox.stop());
  const [port = 0] = await freePorts(1);
  const env = {
    PORT: String(port),
    ONEFIT_SECRET: SECRET,
    ONEFIT_BASE_URL: sandbox.url,
    FAULT_CONTROL: options.control ?? '',
  };
  const venues: VenueProcess[] = [];
  const start = async () => {
    const began = Date.now();
    venues.push(await startVenueProcess(database, env, FAULTY_MAIN));
    return (Date.now() - began) / 1000;
  };
  const venue = () => {
    const last = venues.at(-1);
    if (!last) throw new Error('The venue was never started.');
    return last;
  };
  await start();
  undo.later(() => venue().stop());
  const { url } = venue();
  await sandbox.control('PUT', '/settings', { venueBaseUrl: url, acceptUnknownBookings: true });
  await sandbox.control('PUT', '/faults', [LATENCY]);
  return {
    database,
    sandbox,
    server,
    url,
    venue,
    restart: start,
    async look(work) {
      const knex = connect(database);
      try {
        return await work(knex);
      } finally {
        await knex.destroy();
      }
    },
    complaints: () => venues.flatMap(({ printed }) => printed),
    clear: () => undo.all(),
  };
}

/** Builds the stage; what was started is stopped again when a part of it does not start. */
export function buildStage(options: Options): Promise<Stage> {
  return builtOrUndone((undo) => build(options, undo));
}
