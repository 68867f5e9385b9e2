/**
 * The load generator: a process of its own, so that what it does does not slow the one that is
 * measured. It runs one task at a time and ends when the channel closes.
 */
import { runTask } from './run-task';
import type { LoadTask } from './task';

async function run(task: LoadTask): Promise<void> {
  try {
    process.send?.({ result: await runTask(task) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
}

process.on('disconnect', () => process.exit(0));
process.on('message', (task) => void run(task as LoadTask));
process.send?.({ ready: true });
