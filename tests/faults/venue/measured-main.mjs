/**
 * The same as `main.mjs`, and it says how long its event loop was held up since it was last asked.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

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

await import('./main.mjs');
