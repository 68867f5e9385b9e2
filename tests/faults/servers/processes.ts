import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** As whom a server runs: some refuse to be root's. Undefined = as whoever runs the test. */
export type RunAs = { uid: number; gid: number } | undefined;

/** The user of that name, where the test is root's and may become them. */
export function asUser(name: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** The processes that a process started and that still run. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A database server that the test started, with all that belongs to it. */
export interface ServerProcess {
  child: ChildProcess;
  /** the end of what it printed */
  printed(): string;
}

const LAST_WORDS = 3_000;

export function launch(program: string, args: string[], as: RunAs): ServerProcess {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...as });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-LAST_WORDS);
    });
  }
  return { child, printed: () => printed };
}

/** `kill -9` of a server with all its processes at once, and waits until none is left. */
export async function killAll({ child }: ServerProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const ended = once(child, 'exit');
  const all = [child.pid, ...childrenOf(child.pid)];
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
  await ended;
  while (all.some(isAlive)) await new Promise((look) => setTimeout(look, 10));
}
