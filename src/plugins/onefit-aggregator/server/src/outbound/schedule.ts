import cron from 'node-cron';
import type { Core } from '@strapi/strapi';

/** A job of the clock. */
export interface Job {
  name: string;
  /** five fields, in UTC */
  cron: string;
  run(): Promise<unknown>;
}

/** Starts the clock's jobs; gives the function that stops them. A job that fails is logged. */
export function startJobs(strapi: Core.Strapi, jobs: Job[]): () => Promise<void> {
  const tasks = jobs.map((job) =>
    cron.schedule(
      job.cron,
      async () => {
        try {
          await job.run();
        } catch (error) {
          strapi.log.error(`Onefit: the job "${job.name}" failed: ${String(error)}`);
        }
      },
      { name: job.name, timezone: 'UTC', noOverlap: true },
    ),
  );
  return async () => {
    for (const task of tasks) await task.destroy();
  };
}
