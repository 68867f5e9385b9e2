/**
 * `npm run bench:outbound`: the outbound engine on PostgreSQL against two job queues, from a change
 * to Onefit, what marking costs a save, and what pushing leaves in memory. docs/performance.md says
 * what is measured and why. The last line of the output is JSON.
 */
import { rounded } from '../shared/figures';
import type { BenchOptions } from '../shared/options';
import { say } from '../shared/progress';
import { runBench } from '../shared/run-bench';
import { judge, lines } from '../shared/targets';
import { latencyFigures, measureLatency } from './latency';
import { measureMarking } from './marking';
import { measureMemory } from './memory';
import { OUTBOUND_TARGETS } from './targets';
import type { OutboundFigures } from './targets';
import { measureThroughput } from './throughput';

async function bench(options: BenchOptions): Promise<object> {
  const rates = await measureThroughput(options);
  const latency = latencyFigures(await measureLatency(options));
  const saveWithMarkingVsWithout = await measureMarking(options);
  say(`  pushing ${options.items} sessions`);
  const residentVsIdle = await measureMemory(options.items);
  const figures: OutboundFigures = {
    vsPgBoss: rounded(rates.vsPgBoss),
    vsGraphileWorker: rounded(rates.vsGraphileWorker),
    itemsPerSecond: rounded(rates.itemsPerSecond, 0),
    itemsWithPayloadPerSecond: rounded(rates.itemsWithPayloadPerSecond, 0),
    changeToOnefitP50Ms: rounded(latency.changeToOnefitP50Ms, 0),
    changeToOnefitP99Ms: rounded(latency.changeToOnefitP99Ms, 0),
    saveWithMarkingVsWithout: rounded(saveWithMarkingVsWithout, 3),
    residentVsIdle: rounded(residentVsIdle, 3),
  };
  console.log('Outbound on postgres');
  for (const line of lines(judge({ ...figures }, OUTBOUND_TARGETS))) console.log(line);
  return figures;
}

runBench(bench);
