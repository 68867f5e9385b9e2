/**
 * `npm run bench:booking`: Onefit's bookings, end to end, against stock Strapi's REST, a bare
 * server with the same SQL, and the product itself with a full database. docs/performance.md says
 * what is measured and why. The last line of the output is JSON.
 */
import type { BenchOptions } from '../shared/options';
import { runBench } from '../shared/run-bench';
import { judge, lines } from '../shared/targets';
import { measureBookings } from './measure';
import { bookingTargets } from './targets';
import type { BookingFigures } from './targets';

async function bench(options: BenchOptions): Promise<object> {
  const all: Record<string, BookingFigures> = {};
  for (const kind of options.databases) {
    const figures = await measureBookings(kind, options);
    all[kind] = figures;
    console.log(`Bookings on ${kind}`);
    for (const line of lines(judge({ ...figures }, bookingTargets(kind)))) console.log(line);
  }
  return all;
}

runBench(bench);
