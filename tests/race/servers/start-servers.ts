import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { TestDatabase } from '../../support/database';

/** The server processes of a run, all on one database. */
export interface RunningServers {
  urls: string[];
  /** Lines that they logged as warnings or errors. */
  complaints: string[];
  stop(): Promise<void>;
}

export interface ServerOptions {
  processes: number;
  /** of the first server, the others follow; 0 = any that is free */
  port: number;
  /** which guards of the spots are taken out, for the negative control; null = none */
  unguarded: 'taking' | 'looking' | null;
}

const ENTRY = path.join(__dirname, 'venue-process.mjs');
const START_MS = 120_000;
const STOP_MS = 20_000;

/** Shared by all processes, so that an administrator's token holds at each of them. */
const SECRETS = {
  APP_KEYS: 'race-key-a,race-key-b',
  ADMIN_JWT_SECRET: 'race-admin-secret',
  API_TOKEN_SALT: 'race-api-token-salt',
  TRANSFER_TOKEN_SALT: 'race-transfer-salt',
  ENCRYPTION_KEY: 'race-encryption-key-of-32-letters',
};

/** The secret that signs Onefit's calls. */
export const ONEFIT_SECRET = 'race-secret';

function environment(database: TestDatabase, options: ServerOptions, index: number) {
  return {
    ...process.env,
    ...SECRETS,
    NODE_ENV: 'test',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STARTUP_LOG: 'false',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PORT: String(options.port === 0 ? 0 : options.port + index),
    ONEFIT_SECRET,
    ONEFIT_BASE_URL: '',
    ONEFIT_RATE_LIMIT: '1000000',
    SMTP_URL: '',
    REDIS_URL: '',
    UNGUARDED: options.unguarded ?? '',
    ...database.env,
  };
}

function collect(stream: Readable | null, lines: string[]) {
  if (stream) createInterface({ input: stream }).on('line', (line) => lines.push(line));
}

function address(child: ChildProcess, complaints: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const settled = () => {
      clearTimeout(timer);
      child.removeAllListeners('exit');
    };
    const fail = (what: string) => {
      settled();
      reject(new Error(`A server process ${what}.\n${complaints.slice(-20).join('\n')}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    child.once('exit', (code) => fail(`ended with ${code} before it listened`));
    child.once('message', (message) => {
      settled();
      resolve((message as { url: string }).url);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

/**
 * Starts the server processes: the first alone, since it makes the tables, then the others at once.
 *
 * @throws Error with what the process logged, when one does not come up
 */
export async function startServers(
  database: TestDatabase,
  options: ServerOptions,
): Promise<RunningServers> {
  const children: ChildProcess[] = [];
  const complaints: string[] = [];
  const stop = async () => {
    await Promise.all(children.map(end));
  };
  const start = (index: number) => {
    const child = fork(ENTRY, {
      // The loader of the tests has no business in the servers.
      execArgv: [],
      env: environment(database, options, index),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.push(child);
    collect(child.stdout, complaints);
    collect(child.stderr, complaints);
    return address(child, complaints);
  };
  try {
    const first = await start(0);
    const others = Array.from({ length: options.processes - 1 }, (_, index) => start(index + 1));
    return { urls: [first, ...(await Promise.all(others))], complaints, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
