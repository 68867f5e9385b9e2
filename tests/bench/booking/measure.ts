import { startGenerator } from '../load/generator';
import type { Generator } from '../load/generator';
import { percentile, median, ratio, rounded } from '../shared/figures';
import type { BenchDatabase, BenchOptions } from '../shared/options';
import { alternate, say } from '../shared/progress';
import { emptyBookings } from '../fill/empty';
import { hotSession, spreadSessions, startBare, startProduct, startStockSide } from './sides';
import type { Side } from './sides';
import type { BookingFigures } from './targets';

const FIFTY_IN_FLIGHT = { inFlight: 50 };
const WARM_UP_SECONDS = 3;

/** Rates of each side, round by round, and the longest anybody waited for the product. */
interface Rates<Name extends string> {
  rates: Record<Name, number[]>;
  longestMs: number;
}

async function measureRates<Name extends string>(
  what: string,
  sides: Record<Name, Side>,
  options: BenchOptions,
  sessionsOf: (round: number) => string[],
  before: (name: Name) => Promise<void> = async () => undefined,
): Promise<Rates<Name>> {
  const names = Object.keys(sides) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >;
  let longestMs = 0;
  await alternate(options, names, async (name, round) => {
    await before(name);
    const result = await sides[name].book({
      pace: FIFTY_IN_FLIGHT,
      seconds: options.seconds,
      sessions: sessionsOf(round),
    });
    rates[name][round] = result.perSecond;
    if (name === 'product') longestMs = Math.max(longestMs, ...result.latencies);
  });
  for (const name of names) {
    say(`  ${what}, ${name}: ${rates[name].map((rate) => rate.toFixed(0)).join(' ')} a second`);
  }
  return { rates, longestMs };
}

async function warmUp(sides: Side[], { seconds }: BenchOptions): Promise<void> {
  for (const side of sides) {
    await side.book({
      pace: FIFTY_IN_FLIGHT,
      seconds: Math.min(seconds, WARM_UP_SECONDS),
      sessions: spreadSessions(),
    });
  }
}

async function measureSteady(product: Side, { rounds, seconds }: BenchOptions): Promise<number> {
  const latencies: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pace = { perSecond: 50 };
    const result = await product.book({ pace, seconds, sessions: spreadSessions() });
    latencies.push(...result.latencies);
  }
  return percentile(latencies, 0.99);
}

/** Starts sides one after the other, works with them, and stops whatever was started. */
async function withSides<Name extends string, Result>(
  starts: Record<Name, () => Promise<Side>>,
  work: (sides: Record<Name, Side>) => Promise<Result>,
): Promise<Result> {
  const started: Array<[string, Side]> = [];
  try {
    for (const [name, start] of Object.entries<() => Promise<Side>>(starts)) {
      started.push([name, await start()]);
    }
    return await work(Object.fromEntries(started) as Record<Name, Side>);
  } finally {
    for (const [, side] of started.reverse()) await side.stop();
  }
}

/** The product against stock Strapi and the bare server. */
function measureAgainstOthers(generator: Generator, kind: BenchDatabase, options: BenchOptions) {
  return withSides(
    {
      product: () => startProduct(generator, kind, options),
      stock: () => startStockSide(generator, kind, options),
      bare: () => startBare(generator, kind, options),
    },
    async ({ product, stock, bare }) => {
      await warmUp([product, stock, bare], options);
      const sides = { product, stock, bare };
      const spread = await measureRates('spread', sides, options, spreadSessions);
      const hot = await measureRates('hot', { product, stock }, options, hotSession);
      return { spread, hot, p99: await measureSteady(product, options) };
    },
  );
}

/** The product with few rows against the product with many. */
function measureGrown(generator: Generator, kind: BenchDatabase, options: BenchOptions) {
  return withSides(
    {
      empty: () => startProduct(generator, kind, options),
      grown: () => startProduct(generator, kind, options, true),
    },
    async ({ empty, grown }) => {
      await warmUp([empty, grown], options);
      const sides = { empty, grown };
      return measureRates('grown', sides, options, spreadSessions, async (name) => {
        if (name === 'empty') await emptyBookings(empty.knex, kind);
      });
    },
  );
}

/** Measures everything that is promised of bookings, on one database. */
export async function measureBookings(
  kind: BenchDatabase,
  options: BenchOptions,
): Promise<BookingFigures> {
  const generator = await startGenerator();
  try {
    const { spread, hot, p99 } = await measureAgainstOthers(generator, kind, options);
    const grown = await measureGrown(generator, kind, options);
    return {
      spreadVsStockRest: rounded(ratio(spread.rates.product, spread.rates.stock)),
      hotVsStockRest: rounded(ratio(hot.rates.product, hot.rates.stock)),
      spreadVsBareSql: rounded(ratio(spread.rates.product, spread.rates.bare)),
      p99AtFiftyPerSecondMs: rounded(p99, 1),
      maxAtFiftyInFlightMs: rounded(Math.max(spread.longestMs, hot.longestMs), 1),
      grownVsEmpty: rounded(ratio(grown.rates.grown, grown.rates.empty)),
      spreadPerSecond: rounded(median(spread.rates.product), 0),
      hotPerSecond: rounded(median(hot.rates.product), 0),
    };
  } finally {
    generator.stop();
  }
}
