/**
 * `npm run bench`: all benchmarks, one after the other, and one table of what they measured. Takes
 * the options of both. The last line of the output is JSON.
 */
import { bookingTargets } from './booking/targets';
import { OUTBOUND_TARGETS } from './outbound/targets';
import type { BenchOptions } from './shared/options';
import { runBench } from './shared/run-bench';
import { runCommand } from './shared/run-command';
import { judge, lines } from './shared/targets';

async function bench(options: BenchOptions): Promise<object> {
  const { databases, rounds, seconds, items } = options;
  const time = ['--rounds', String(rounds), '--seconds', String(seconds)];
  const table: string[] = [];
  const booking: Record<string, Record<string, number>> = {};
  for (const kind of databases) {
    const { figures } = await runCommand('booking', [...time, '--db', kind]);
    const measured = figures[kind] as Record<string, number>;
    booking[kind] = measured;
    table.push(`Bookings on ${kind}`, ...lines(judge(measured, bookingTargets(kind))));
  }
  const ran = await runCommand('outbound', [...time, '--items', String(items)]);
  const outbound = ran.figures as Record<string, number>;
  table.push('Outbound on postgres', ...lines(judge(outbound, OUTBOUND_TARGETS)));
  for (const line of table) console.log(line);
  return { booking, outbound };
}

runBench(bench);
