import { startGenerator } from '../load/generator';
import type { Generator } from '../load/generator';
import { percentile, median, ratio, rounded } from '../shared/figures';
import type { BenchDatabase, BenchOptions } from '../shared/options';
import { alternate, say } from '../shared/progress';
import { emptyBookings } from './fill/empty';
import { hotSession, spreadSessions, startBare, startProduct, startStockSide } from './sides';
import type { Side } from './sides';

/** The figures of one database; times in milliseconds. */
export interface BookingFigures {
  spreadVsStockRest: number;
  hotVsStockRest: number;
  spreadVsBareSql: number;
  p99AtFiftyPerSecondMs: number;
  maxAtFiftyInFlightMs: number;
  grownVsEmpty: number;
  spreadPerSecond: number;
  hotPerSecond: number;
}

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

async function warmUp(sides: Side[]): Promise<void> {
  for (const side of sides) {
    await side.book({
      pace: FIFTY_IN_FLIGHT,
      seconds: WARM_UP_SECONDS,
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

/** The product against stock Strapi and the bare server. */
async function measureAgainstOthers(
  generator: Generator,
  kind: BenchDatabase,
  options: BenchOptions,
) {
  const product = await startProduct(generator, kind, options);
  const bare = await startBare(generator, kind, options);
  const stock = await startStockSide(generator, kind, options);
  try {
    await warmUp([product, bare, stock]);
    const spread = await measureRates('spread', { product, stock, bare }, options, spreadSessions);
    const hot = await measureRates('hot', { product, stock }, options, hotSession);
    return { spread, hot, p99: await measureSteady(product, options) };
  } finally {
    await stock.stop();
    await bare.stop();
    await product.stop();
  }
}

/** The product with few rows against the product with many. */
async function measureGrown(generator: Generator, kind: BenchDatabase, options: BenchOptions) {
  const empty = await startProduct(generator, kind, options);
  const grown = await startProduct(generator, kind, options, true);
  try {
    await warmUp([empty, grown]);
    return await measureRates('grown', { empty, grown }, options, spreadSessions, async (name) => {
      if (name === 'empty') await emptyBookings(empty.knex, kind);
    });
  } finally {
    await grown.stop();
    await empty.stop();
  }
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
