import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestDatabase } from './database';
import { testEnvironment } from './environment';

/** What a process holds, in bytes. */
export interface Memory {
  /** resident, as the kernel counts it: what was freed inside may stay the process's own */
  resident: number;
  /** objects that are in use, buffers outside the heap included */
  used: number;
}

/** The compiled project as a process of its own. */
export interface VenueProcess {
  url: string;
  /** of the operating system, to look it up in `/proc` */
  pid: number;
  /** lines that it logged as warnings or errors, and whatever else it printed */
  printed: string[];
  /** Whether it still runs. */
  isRunning(): boolean;
  /** Collects its garbage, then says what is left. */
  memoryAfterCleaning(): Promise<Memory>;
  /**
   * Sends a message to the process and waits for its answer.
   *
   * @throws Error when it ends before
   */
  ask(message: string): Promise<unknown>;
  /** Sends a message that has no answer. */
  tell(message: object): void;
  /** Waits until it has ended, by whatever hand. */
  ended: Promise<void>;
  /** Lets it stand still, as on a machine that hangs, and go on again. */
  freeze(): void;
  thaw(): void;
  /** `kill -9`: it gets no chance to finish anything. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** What such a process runs, unless a test has a main program of its own around it. */
export const VENUE_MAIN = path.join(__dirname, 'venue-main.mjs');
const START_MS = 120_000;
const STOP_MS = 20_000;

function addressOf(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) =>
      reject(new Error(`The venue ${what}.\n${printed.slice(-20).join('\n')}`));
    const timer = setTimeout(() => fail('did not start in time'), START_MS);
    const exited = (code: number | null) => {
      clearTimeout(timer);
      fail(`ended with ${code} before it listened`);
    };
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
 * @param main its main program
 * @throws Error with what it printed, when it does not come up
 */
export async function startVenueProcess(
  database: TestDatabase,
  env: Record<string, string> = {},
  main = VENUE_MAIN,
): Promise<VenueProcess> {
  const child = fork(main, {
    // The loader of the tests has no business in the venue.
    execArgv: ['--expose-gc'],
    env: { ...process.env, ...testEnvironment(database), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => undefined);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => printed.push(line));
  }
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const url = await addressOf(child, printed);
  const ask = (message: string) =>
    new Promise<unknown>((resolve, reject) => {
      const exited = () => reject(new Error(`The venue ended before it answered "${message}".`));
      if (!isRunning()) return exited();
      child.once('exit', exited);
      child.once('message', (answer) => {
        child.off('exit', exited);
        resolve(answer);
      });
      child.send(message);
    });
  return {
    url,
    pid: child.pid ?? 0,
    printed,
    isRunning,
    ask,
    tell: (message) => void child.send(message),
    ended,
    async memoryAfterCleaning() {
      const { used } = (await ask('clean')) as { used: number };
      return { used, resident: await residentMemory(child.pid ?? 0) };
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async kill() {
      if (!isRunning()) return;
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!isRunning()) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    },
  };
}
