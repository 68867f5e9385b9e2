/**
 * The same as `main.mjs`, and it says how long its event loop was held up since it was last asked, and
 * does on request what its clock has it do by night.
 */
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** The jobs that forget what is old. */
const OF_THE_NIGHT = [
  'activity-log',
  'tombstones',
  'sync-records',
  'notices',
  'old customer e-mails',
];

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();

process.on('message', (message) => {
  if (message !== 'delay') return;
  const milliseconds = (nanoseconds) => nanoseconds / 1e6;
  process.send({
    p50: milliseconds(delay.percentile(50)),
    p99: milliseconds(delay.percentile(99)),
  });
  delay.reset();
});

process.on('message', async (message) => {
  if (message !== 'night') return;
  const tasks = createRequire(import.meta.url)('node-cron').getTasks();
  const ran = [];
  for (const task of tasks.values()) {
    if (!OF_THE_NIGHT.includes(task.name)) continue;
    await task.execute();
    ran.push(task.name);
  }
  process.send({ ran });
});

await import('./main.mjs');
