import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LoadResult, LoadTask } from './task';

/** The load generator as a process of its own. */
export interface Generator {
  /** @throws Error when anything but a 201 came back: such a round measures something else */
  run(task: LoadTask): Promise<LoadResult>;
  stop(): void;
}

interface Reply {
  result?: LoadResult;
  error?: string;
}

export async function startGenerator(): Promise<Generator> {
  const child = fork(path.join(__dirname, 'load-process.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('The load generator ended.');
  });
  // Somebody waits for it whenever a reply is due; at the end it may go.
  ended.catch(() => undefined);
  const message = () => Promise.race([once(child, 'message'), ended]);
  await message();
  return {
    async run(task) {
      child.send(task);
      const [reply] = (await message()) as [Reply];
      if (!reply.result) throw new Error(reply.error ?? 'The load generator gave no result.');
      const [failure] = Object.entries(reply.result.failures);
      if (failure) {
        throw new Error(`${failure[1]} ${task.form} requests failed with: ${failure[0]}`);
      }
      return reply.result;
    },
    stop: () => child.disconnect(),
  };
}
