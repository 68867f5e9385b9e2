import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 120_000;
const STOP_MS = 15_000;
const children = [];

/** Runs a command to its end and gives what it printed; throws with its error output. */
export function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}

/** Starts a process that goes on; its output goes to `.tmp/demo-<name>.log`. */
export function start(name, command, args) {
  mkdirSync('.tmp', { recursive: true });
  const file = `.tmp/demo-${name}.log`;
  const log = openSync(file, 'w');
  // A group of its own, so that stopping it stops what it started.
  const child = spawn(command, args, { stdio: ['ignore', log, log], detached: true });
  children.push({ name, child, file });
}

function ended() {
  return children.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
}

/** Waits until an address answers; throws with a process's last words when it ended instead. */
export async function untilAnswers(url, what) {
  const end = Date.now() + START_MS;
  for (;;) {
    const gone = ended();
    if (gone) {
      const words = readFileSync(gone.file, 'utf8').split('\n').slice(-20).join('\n');
      throw new Error(`The ${gone.name} ended while it started:\n${words}`);
    }
    try {
      const response = await fetch(url);
      if (response.ok) return;
    } catch {
      // It is not listening yet.
    }
    if (Date.now() > end) throw new Error(`Waited ${START_MS / 1000} s in vain for ${what}.`);
    await sleep(200);
  }
}

function signal({ child }, name) {
  try {
    process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}

/** Stops everything that was started, by force after a while. */
export async function stopAll() {
  const running = children.filter(({ child }) => child.exitCode === null && !child.signalCode);
  for (const one of running) signal(one, 'SIGTERM');
  const gone = Promise.all(
    running.map(({ child }) => new Promise((resolve) => child.once('exit', resolve))),
  );
  await Promise.race([gone, sleep(STOP_MS)]);
  for (const one of running) signal(one, 'SIGKILL');
}
