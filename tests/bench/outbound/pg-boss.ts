import PgBoss from 'pg-boss';
import type { TestDatabase } from '../../support/database';

const BATCH = 100;
const INSERT = 1_000;

/** pg-boss, fetching and completing in batches. */
export interface Queue {
  /** Fills a fresh queue, empties it, and gives items a second of the emptying. */
  run(items: number): Promise<number>;
  stop(): Promise<void>;
}

export async function startPgBoss({ env }: TestDatabase): Promise<Queue> {
  const boss = new PgBoss({
    host: env.DATABASE_HOST,
    port: Number(env.DATABASE_PORT),
    user: env.DATABASE_USERNAME,
    password: env.DATABASE_PASSWORD,
    database: env.DATABASE_NAME,
    // Its housekeeping would only slow it here.
    supervise: false,
    schedule: false,
  });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  let round = 0;
  return {
    async run(items) {
      round += 1;
      const name = `sessions-${round}`;
      await boss.createQueue(name);
      for (let start = 0; start < items; start += INSERT) {
        const count = Math.min(INSERT, items - start);
        await boss.insert(
          Array.from({ length: count }, (_, index) => ({ name, data: { id: start + index } })),
        );
      }
      const began = performance.now();
      let done = 0;
      for (;;) {
        const jobs = await boss.fetch(name, { batchSize: BATCH });
        if (jobs.length === 0) break;
        await boss.complete(
          name,
          jobs.map(({ id }) => id),
        );
        done += jobs.length;
      }
      if (done !== items) throw new Error(`pg-boss did ${done} of ${items}.`);
      return (items * 1000) / (performance.now() - began);
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
