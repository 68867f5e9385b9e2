import { Logger, makeWorkerUtils, runOnce } from 'graphile-worker';
import { Pool } from 'pg';
import type { TestDatabase } from '../../support/database';
import type { Queue } from './pg-boss';

/** What its own page on performance runs it with; 0.16 completes jobs one by one. */
const CONCURRENT_JOBS = 24;
const POOL = 25;

const TASK = 'session';

export async function startGraphileWorker({ env }: TestDatabase): Promise<Queue> {
  const pgPool = new Pool({
    host: env.DATABASE_HOST,
    port: Number(env.DATABASE_PORT),
    user: env.DATABASE_USERNAME,
    password: env.DATABASE_PASSWORD,
    database: env.DATABASE_NAME,
    max: POOL,
  });
  const logger = new Logger(() => () => undefined);
  const utils = await makeWorkerUtils({ pgPool, logger });
  await utils.migrate();
  return {
    async run(items) {
      await pgPool.query(
        `SELECT graphile_worker.add_job('${TASK}', json_build_object('id', i)) FROM generate_series(1, $1) AS i`,
        [items],
      );
      let done = 0;
      const taskList = {
        [TASK]: async () => {
          done += 1;
        },
      };
      const began = performance.now();
      await runOnce({ pgPool, logger, taskList, concurrency: CONCURRENT_JOBS });
      const perSecond = (items * 1000) / (performance.now() - began);
      if (done !== items) throw new Error(`graphile-worker did ${done} of ${items}.`);
      return perSecond;
    },
    async stop() {
      await utils.release();
      await pgPool.end();
    },
  };
}
