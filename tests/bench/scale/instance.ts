import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../../support/database';
import { startVenueProcess } from '../../support/venue-process';
import type { VenueProcess } from '../../support/venue-process';

/** Below this share of a core a process has nothing left to do. */
const QUIET = 0.05;
const QUIET_SECONDS = 2;
const PATIENCE_SECONDS = 600;
const TICKS_PER_SECOND = 100;

/** The processor time that a process has taken until now; who else is at work changes nothing of it. */
export async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Waits until a process has been quiet for some time. @throws Error when it never is */
async function untilQuiet(pid: number): Promise<void> {
  let before = await processorSeconds(pid);
  let quiet = 0;
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += 1) {
    await sleep(1000);
    const now = await processorSeconds(pid);
    quiet = now - before < QUIET ? quiet + 1 : 0;
    if (quiet === QUIET_SECONDS) return;
    before = now;
  }
  throw new Error('The instance always had something to do.');
}

/** An instance as in production, on a database that is filled already, and what its start took. */
export interface StartedInstance {
  server: VenueProcess;
  /** until it listens */
  startMs: number;
  /** until it has done what a start brings: the schedules' horizon is looked at */
  settledMs: number;
  /** megabytes, resident, after garbage was collected */
  idleMegabytes: number;
}

export async function megabytesOf(server: VenueProcess): Promise<number> {
  return (await server.memoryAfterCleaning()).resident / 1024 / 1024;
}

/** Starts an instance and lets it come to rest. */
export async function startInstance(database: TestDatabase): Promise<StartedInstance> {
  const began = performance.now();
  const server = await startVenueProcess(database, { NODE_ENV: 'production' });
  const startMs = performance.now() - began;
  await untilQuiet(server.pid);
  const settledMs = performance.now() - began - QUIET_SECONDS * 1000;
  return { server, startMs, settledMs, idleMegabytes: await megabytesOf(server) };
}
