import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestDatabase } from './database';
import { testEnvironment } from './environment';

/** The compiled project as a process of its own. */
export interface VenueProcess {
  url: string;
  /** lines that it logged as warnings or errors, and whatever else it printed */
  printed: string[];
  /** Whether it still runs. */
  isRunning(): boolean;
  /** Collects its garbage, then gives its resident memory in bytes, as the kernel counts it. */
  memoryAfterCleaning(): Promise<number>;
  stop(): Promise<void>;
}

const ENTRY = path.join(__dirname, 'venue-main.mjs');
const START_MS = 120_000;
const STOP_MS = 20_000;

function addressOf(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) =>
      reject(new Error(`The venue ${what}.\n${printed.slice(-20).join('\n')}`));
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    const exited = (code: number | null) => fail(`ended with ${code} before it listened`);
    child.once('exit', exited);
    child.once('message', (message) => {
      clearTimeout(timer);
      child.off('exit', exited);
      resolve((message as { url: string }).url);
    });
  });
}

/** The resident memory of a process, in bytes. */
async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`/proc/${pid}/status names no VmRSS.`);
  return Number(kilobytes) * 1024;
}

/**
 * Starts the compiled project on any free port, on a database that others may use as well.
 *
 * @param env `ONEFIT_*` and whatever else is needed; the rest has the tests' values
 * @throws Error with what it printed, when it does not come up
 */
export async function startVenueProcess(
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<VenueProcess> {
  const child = fork(ENTRY, {
    // The loader of the tests has no business in the venue.
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...testEnvironment(database), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => printed.push(line));
  }
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const url = await addressOf(child, printed);
  return {
    url,
    printed,
    isRunning,
    async memoryAfterCleaning() {
      const cleaned = once(child, 'message');
      child.send('clean');
      await cleaned;
      return residentMemory(child.pid ?? 0);
    },
    async stop() {
      if (!isRunning()) return;
      const ended = once(child, 'exit');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    },
  };
}
