import { makeDatabase } from '../../support/database';
import { median, ratio } from '../shared/figures';
import type { BenchOptions } from '../shared/options';
import { alternate, say } from '../shared/progress';
import { claimAndAcknowledge, deliver } from './engine';
import { startGraphileWorker } from './graphile-worker';
import { startPgBoss } from './pg-boss';
import { startPlace } from './place';

const SIDES = ['engine', 'withPayload', 'pgBoss', 'graphile'] as const;

/** Items a second of the engine and of two job queues, each on a database of one server. */
export async function measureThroughput({ rounds, items }: BenchOptions) {
  const place = await startPlace(items);
  const [bossDatabase, graphileDatabase] = [
    await makeDatabase('postgres'),
    await makeDatabase('postgres'),
  ];
  const boss = await startPgBoss(bossDatabase);
  const graphile = await startGraphileWorker(graphileDatabase);
  const run = {
    engine: () => claimAndAcknowledge(place),
    withPayload: () => deliver(place),
    pgBoss: () => boss.run(items),
    graphile: () => graphile.run(items),
  };
  const rates: Record<(typeof SIDES)[number], number[]> = {
    engine: [],
    withPayload: [],
    pgBoss: [],
    graphile: [],
  };
  try {
    await alternate({ rounds }, SIDES, async (side, round) => {
      rates[side][round] = await run[side]();
    });
    for (const side of SIDES) {
      say(`  ${side}: ${rates[side].map((rate) => rate.toFixed(0)).join(' ')} items a second`);
    }
    return {
      vsPgBoss: ratio(rates.engine, rates.pgBoss),
      vsGraphileWorker: ratio(rates.engine, rates.graphile),
      itemsPerSecond: median(rates.engine),
      itemsWithPayloadPerSecond: median(rates.withPayload),
    };
  } finally {
    await boss.stop();
    await graphile.stop();
    await bossDatabase.drop();
    await graphileDatabase.drop();
    await place.venue.stop();
  }
}
