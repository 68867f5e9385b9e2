import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server that a benchmark started, as a process of its own. */
export interface Server {
  url: string;
  /** what a caller must bring, where the server wants it */
  token: string;
  stop(): Promise<void>;
}

const START_MS = 120_000;

/**
 * Starts a script that tells `{url, token}` over its channel once it listens, and ends on SIGTERM.
 *
 * @throws Error with what it printed last, when it does not come up
 */
export async function startServer(
  script: string,
  options: { args?: string[]; execArgv?: string[]; env: Record<string, string> },
): Promise<Server> {
  const child = fork(script, options.args ?? [], {
    execArgv: options.execArgv ?? [],
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => printed.push(line));
  }
  const ended = once(child, 'exit');
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as { url: string; token?: string }),
    ended.then(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, START_MS, null).unref()),
  ]);
  if (ready === null) {
    child.kill('SIGKILL');
    throw new Error(`${script} did not come up.\n${printed.slice(-20).join('\n')}`);
  }
  return {
    url: ready.url,
    token: ready.token ?? '',
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
