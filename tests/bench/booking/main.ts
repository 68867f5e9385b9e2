/**
 * `npm run bench:booking`: Onefit's bookings, end to end, against stock Strapi's REST, a bare
 * server with the same SQL, and the product itself with a full database. docs/performance.md says
 * what is measured and why. The last line of the output is JSON.
 */
import type { BenchOptions } from '../shared/options';
import { runBench } from '../shared/run-bench';
import { judge, lines } from '../shared/targets';
import type { Target } from '../shared/targets';
import { measureBookings } from './measure';
import type { BookingFigures } from './measure';

function targetsOf(kind: string): Record<string, Target> {
  return {
    spreadVsStockRest: { least: 4 },
    hotVsStockRest: { least: 3 },
    spreadVsBareSql: { least: kind === 'sqlite' ? 0.5 : 0.7 },
    p99AtFiftyPerSecondMs: { most: 100 },
    maxAtFiftyInFlightMs: { most: 1000 },
    grownVsEmpty: { least: 0.85 },
  };
}

async function bench(options: BenchOptions): Promise<object> {
  const all: Record<string, BookingFigures> = {};
  for (const kind of options.databases) {
    const figures = await measureBookings(kind, options);
    all[kind] = figures;
    console.log(`Bookings on ${kind}`);
    for (const line of lines(judge({ ...figures }, targetsOf(kind)))) console.log(line);
  }
  return all;
}

runBench(bench);
