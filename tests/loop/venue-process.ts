import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT } from './build';

const START_MS = 90_000;
/** A process that is still starting hears of a stop only when it has started. */
const STOP_MS = 20_000;
const LAST_WORDS = 4_000;

/** Strapi as a process of its own: started as in production, stopped or killed at will. */
export interface VenueProcess {
  url: string;
  /** Starts it and waits until it serves Onefit. */
  start(): Promise<void>;
  /** `kill -9`: it gets no chance to finish anything. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits. */
  stop(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  /** the end of what it printed */
  printed: () => string;
}

function launch(env: Record<string, string>, logs: boolean): Running {
  const child = spawn(process.execPath, ['scripts/strapi.mjs', 'start'], {
    cwd: PROJECT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-LAST_WORDS);
      if (logs) process.stderr.write(chunk);
    });
  }
  return { child, printed: () => printed };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/onefit-aggregator/v1/health`)).ok;
  } catch {
    return false;
  }
}

async function untilServing(url: string, { child, printed }: Running): Promise<void> {
  const end = Date.now() + START_MS;
  while (!(await answers(url))) {
    if (hasEnded(child)) throw new Error(`Strapi ended while it started:\n${printed()}`);
    if (Date.now() > end) throw new Error(`Strapi did not start:\n${printed()}`);
    await sleep(50);
  }
}

async function end(running: Running | null, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!running || hasEnded(running.child)) return;
  const exit = once(running.child, 'exit');
  running.child.kill(signal);
  const force = setTimeout(() => running.child.kill('SIGKILL'), STOP_MS);
  await exit;
  clearTimeout(force);
}

/**
 * Prepares a Strapi on a port of this machine; it does not run yet.
 *
 * @param env all settings, so that no `.env` of the project plays along
 */
export function venueProcess(
  port: number,
  env: Record<string, string>,
  logs: boolean,
): VenueProcess {
  const url = `http://127.0.0.1:${port}`;
  let running: Running | null = null;
  return {
    url,
    async start() {
      running = launch({ ...env, HOST: '127.0.0.1', PORT: String(port) }, logs);
      await untilServing(url, running);
    },
    kill: () => end(running, 'SIGKILL'),
    stop: () => end(running, 'SIGTERM'),
  };
}
