import cron from 'node-cron';
import type { Core } from '@strapi/strapi';
import { activitiesOf } from '../../../domain/services';

/** Every night at 02:10 UTC; several instances may do it at once, since a date is made once only. */
const NIGHTLY = '10 2 * * *';

/**
 * Keeps the schedule filled up to its horizon: at once when the project starts, so that nights
 * without a server are made up for, and night by night. A failure is logged; the next night makes
 * up for it. Gives the function that stops it and waits for what is under way.
 */
export function startNightlyExtension(strapi: Core.Strapi): () => Promise<void> {
  let running: Promise<void> | null = null;

  async function extend(): Promise<void> {
    try {
      const added = await activitiesOf(strapi).expandAll();
      if (added > 0) strapi.log.info(`Schedule: ${added} appointments were added`);
    } catch (error) {
      strapi.log.error(`Schedule: appointments could not be added: ${String(error)}`);
    }
  }

  function run(): Promise<void> {
    running ??= extend().finally(() => {
      running = null;
    });
    return running;
  }

  const task = cron.schedule(NIGHTLY, run, { name: 'nightly extension', timezone: 'UTC' });
  void run();
  return async () => {
    await task.destroy();
    await running;
  };
}
