import cron from 'node-cron';
import type { Core } from '@strapi/strapi';

/** A job of the clock. */
export interface Job {
  name: string;
  /** five fields, in UTC */
  cron: string;
  run(): Promise<unknown>;
}

/**
 * Starts the clock's jobs; gives the function that stops them and waits for those under way. A job
 * that fails is logged.
 */
export function startJobs(strapi: Core.Strapi, jobs: Job[]): () => Promise<void> {
  const running = new Set<Promise<void>>();

  async function runLogged(job: Job): Promise<void> {
    try {
      await job.run();
    } catch (error) {
      strapi.log.error(`Onefit: the job "${job.name}" failed: ${String(error)}`);
    }
  }

  const tasks = jobs.map((job) =>
    cron.schedule(
      job.cron,
      async () => {
        const work = runLogged(job);
        running.add(work);
        await work;
        running.delete(work);
      },
      { name: job.name, timezone: 'UTC', noOverlap: true },
    ),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
    await Promise.all(running);
  };
}
