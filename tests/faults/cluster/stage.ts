import { freePorts } from '../../support/ports';
import { connect } from '../../support/connect';
import type { Knex } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import { startSandbox } from '../../support/sandbox';
import type { RunningSandbox } from '../../support/sandbox';
import { builtOrUndone } from '../../support/undo';
import type { Undo } from '../../support/undo';
import { startVenueProcess } from '../../support/venue-process';
import type { VenueProcess } from '../../support/venue-process';
import { FAULTY_MAIN, SECRET } from '../crash/stage';
import { startProxy } from '../servers/nginx';
import type { Options } from './options';

/** Several instances on one PostgreSQL behind nginx, with the sandbox as Onefit. */
export interface Cluster {
  /** of nginx */
  url: string;
  knex: Knex;
  sandbox: RunningSandbox;
  instances(): VenueProcess[];
  /** Starts another instance in the place of one that has ended. */
  replace(index: number): Promise<void>;
  clear(): Promise<void>;
}

const LATENCY = { kind: 'latency', ms: 20, jitterMs: 80 };

async function build(options: Options, undo: Undo): Promise<Cluster> {
  const database = await makeDatabase('postgres');
  undo.later(() => database.drop());
  const sandbox = await startSandbox({ ONEFIT_SECRET: SECRET });
  undo.later(() => sandbox.stop());
  const ports = await freePorts(options.instances);
  const running: VenueProcess[] = [];
  const start = async (index: number) => {
    const env = {
      PORT: String(ports[index]),
      ONEFIT_SECRET: SECRET,
      ONEFIT_BASE_URL: sandbox.url,
      FAULT_CONTROL: options.control ?? '',
    };
    running[index] = await startVenueProcess(database, env, FAULTY_MAIN);
  };
  undo.later(() => Promise.all(running.map((instance) => instance.stop())));
  // The first alone, since it makes the tables.
  await start(0);
  await Promise.all(ports.slice(1).map((_, index) => start(index + 1)));
  const proxy = await startProxy(ports);
  undo.later(() => proxy.stop());
  await sandbox.control('PUT', '/settings', {
    venueBaseUrl: proxy.url,
    acceptUnknownBookings: true,
  });
  await sandbox.control('PUT', '/faults', [LATENCY]);
  const knex = connect(database);
  undo.later(() => knex.destroy());
  return {
    url: proxy.url,
    knex,
    sandbox,
    instances: () => running,
    replace: start,
    clear: () => undo.all(),
  };
}

/** Builds it; what was started is stopped again when a part of it does not start. */
export function buildCluster(options: Options): Promise<Cluster> {
  return builtOrUndone((undo) => build(options, undo));
}
