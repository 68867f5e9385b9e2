import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that operating systems give to whoever asks for any (from 32768 on Linux): a
 * process that starts again must find its port as it left it, whatever others open meanwhile.
 */
const LOWEST = 10_240;
const ABOVE_HIGHEST = 32_768;
const MOST_TRIES = 100;

interface Held {
  port: number;
  free: () => Promise<void>;
}

function hold(port: number): Promise<Held> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ port, free: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
}

async function holdAny(): Promise<Held> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const held = await hold(randomInt(LOWEST, ABOVE_HIGHEST)).catch(() => null);
    if (held) return held;
  }
  throw new Error(`None of ${MOST_TRIES} ports was free.`);
}

/** Gives ports of this machine that nobody listens on, all different. */
export async function freePorts(count: number): Promise<number[]> {
  // All are held until the last one is there, so that none is given twice.
  const held = await Promise.all(Array.from({ length: count }, holdAny));
  await Promise.all(held.map(({ free }) => free()));
  return held.map(({ port }) => port);
}
