import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory from 'knex';
import { freePorts } from '../../support/ports';
import type { TestDatabase } from '../../support/database';
import { asUser, killAll, launch } from './processes';
import type { RunAs, ServerProcess } from './processes';

/** A database server of the test's own, which it may kill: nobody else is on it. */
export interface OwnServer {
  /** an empty one on it, which goes with it */
  database: TestDatabase;
  /** `kill -9` of all its processes at the same moment */
  kill(): Promise<void>;
  /** Starts it again on what is on the disk; gives after how many seconds it served. */
  restart(): Promise<number>;
  /** Ends it and throws its data away. */
  clear(): Promise<void>;
}

/** How one kind of server is made and run. */
interface Kind {
  /** whom it runs as where the test is root's */
  user: string;
  client: string;
  account: { user: string; database: string };
  install(directory: string, as: RunAs): void;
  program(): string;
  args(directory: string, port: string): string[];
  create: string;
}

const START_MS = 60_000;
const HOST = '127.0.0.1';
const NAME = 'venue_faults';

/** Debian keeps PostgreSQL's programs beside those in the PATH, by version. */
function postgresProgram(name: string): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions[0] ? path.join(root, versions[0], 'bin', name) : name;
}

const quiet = { stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'] };

const KINDS: Record<'postgres' | 'mysql', Kind> = {
  postgres: {
    user: 'postgres',
    client: 'pg',
    account: { user: 'postgres', database: 'postgres' },
    install(directory, as) {
      const args = ['-D', directory, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
      execFileSync(postgresProgram('initdb'), args, { ...quiet, ...as });
    },
    program: () => postgresProgram('postgres'),
    args: (directory, port) => ['-D', directory, '-p', port, '-h', HOST, '-k', directory],
    create: `CREATE DATABASE ${NAME}`,
  },
  mysql: {
    user: 'mysql',
    client: 'mysql2',
    account: { user: 'root', database: 'mysql' },
    install(directory, as) {
      const args = ['--no-defaults', `--datadir=${directory}`, '--skip-test-db'];
      const rights = '--auth-root-authentication-method=normal';
      execFileSync('mariadb-install-db', [...args, rights], { ...quiet, ...as });
    },
    program: () => (existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd'),
    args: (directory, port) => [
      '--no-defaults',
      `--datadir=${directory}`,
      `--port=${port}`,
      `--socket=${path.join(directory, 'server.sock')}`,
      `--bind-address=${HOST}`,
      '--skip-name-resolve',
    ],
    create: `CREATE DATABASE ${NAME} CHARACTER SET utf8mb4`,
  },
};

/** @throws whatever the server says, or that there is none */
async function run({ client, account }: Kind, port: string, sql: string): Promise<void> {
  const connection = { host: HOST, port: Number(port), password: '', ...account };
  const knex = knexFactory({ client, connection, pool: { min: 0, max: 1 } });
  try {
    await knex.raw(sql);
  } finally {
    await knex.destroy();
  }
}

async function serves(kind: Kind, port: string): Promise<boolean> {
  try {
    await run(kind, port, 'SELECT 1');
    return true;
  } catch {
    return false;
  }
}

function databaseOn(kind: TestDatabase['kind'], port: string, user: string): TestDatabase {
  return {
    kind,
    name: NAME,
    env: {
      DATABASE_CLIENT: kind,
      DATABASE_HOST: HOST,
      DATABASE_PORT: port,
      DATABASE_NAME: NAME,
      DATABASE_USERNAME: user,
      DATABASE_PASSWORD: '',
    },
    drop: async () => undefined,
  };
}

async function untilServing(kind: Kind, port: string, server: ServerProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await serves(kind, port))) {
    const { exitCode } = server.child;
    if (exitCode !== null || Date.now() > end) {
      throw new Error(`The database server does not serve.\n${server.printed()}`);
    }
    await sleep(50);
  }
}

/**
 * Makes a database server in a temporary directory, on a port of its own, and starts it. What it
 * keeps is kept as a server keeps it by default: every commit is on the disk before it is answered.
 */
export async function startOwnServer(name: 'postgres' | 'mysql'): Promise<OwnServer> {
  const kind = KINDS[name];
  const [number = 0] = await freePorts(1);
  const port = String(number);
  const directory = mkdtempSync(path.join(os.tmpdir(), `faults-${name}-`));
  const as = asUser(kind.user);
  if (as) chownSync(directory, as.uid, as.gid);
  chmodSync(directory, 0o700);
  kind.install(directory, as);
  let server: ServerProcess;
  const start = async () => {
    const began = Date.now();
    server = launch(kind.program(), kind.args(directory, port), as);
    await untilServing(kind, port, server);
    return (Date.now() - began) / 1000;
  };
  const clear = async () => {
    await killAll(server);
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await start();
    await run(kind, port, kind.create);
  } catch (error) {
    await clear();
    throw error;
  }
  const database = databaseOn(name, port, kind.account.user);
  return { database, kill: () => killAll(server), restart: start, clear };
}
