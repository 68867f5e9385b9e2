import type { Stage } from '../stage/stage';

/** One thing that goes wrong, and the share of all calls that it strikes. */
interface Gust {
  share: number;
  fault: Record<string, unknown>;
}

/** What goes wrong at Onefit during a storm, of a hundred calls; the rest is answered. */
const WEATHER: Gust[] = [
  { share: 0.2, fault: { kind: 'status', status: 500 } },
  { share: 0.1, fault: { kind: 'status', status: 503, retryAfter: 2 } },
  { share: 0.1, fault: { kind: 'hang' } },
  { share: 0.05, fault: { kind: 'reset' } },
  { share: 0.05, fault: { kind: 'applied_unanswered' } },
  { share: 0.05, fault: { kind: 'status', status: 429, retryAfter: 4 } },
  { share: 0.02, fault: { kind: 'malformed_json' } },
  { share: 0.02, fault: { kind: 'wrong_schema' } },
  { share: 0.01, fault: { kind: 'slow_body', chunkBytes: 4, chunkMs: 400 } },
  { share: 0.01, fault: { kind: 'redirect' } },
];

/** The sandbox asks one fault after the other: each strikes its share of what those before let by. */
export function chances(shares: number[]): number[] {
  let left = 1;
  return shares.map((share) => {
    const probability = share / left;
    left -= share;
    return probability;
  });
}

/** How long Onefit takes for a call: mostly no time, or always long enough for something to change. */
export type Pace = 'quick' | 'slow';

const LATENCIES: Record<Pace, object> = {
  quick: { ms: 5, jitterMs: 60, probability: 0.3 },
  slow: { ms: 150, jitterMs: 200 },
};

/** Lets the weather of a storm begin; the same seed strikes the same calls of the venue. */
export async function beginWeather(
  { sandbox }: Stage,
  venueId: string,
  seed: number,
  pace: Pace,
): Promise<void> {
  const probabilities = chances(WEATHER.map(({ share }) => share));
  for (const [index, { fault }] of WEATHER.entries()) {
    const probability = probabilities[index];
    const dice = { probability, seed: (seed * 31 + index) >>> 0, venueId };
    await sandbox.control('POST', '/faults', { ...fault, ...dice });
  }
  const latency = { kind: 'latency', ...LATENCIES[pace], seed, venueId };
  await sandbox.control('POST', '/faults', latency);
}

/** From now on Onefit answers, at once. */
export async function endWeather({ sandbox }: Stage): Promise<void> {
  await sandbox.control('DELETE', '/faults');
}
