import cron from 'node-cron';
import type { Core } from '@strapi/strapi';
import { activitiesOf } from '../../../domain/services';

/** Every night at 02:10 UTC; several instances may do it at once, since a date is made once only. */
const NIGHTLY = '10 2 * * *';

/**
 * Keeps the schedule filled up to its horizon, night by night. Gives the function that stops it.
 * A failure is logged; the next night makes up for it.
 */
export function startNightlyExtension(strapi: Core.Strapi): () => Promise<void> {
  const task = cron.schedule(
    NIGHTLY,
    async () => {
      try {
        const added = await activitiesOf(strapi).expandAll();
        if (added > 0) strapi.log.info(`Schedule: ${added} appointments were added`);
      } catch (error) {
        strapi.log.error(`Schedule: appointments could not be added: ${String(error)}`);
      }
    },
    { name: 'nightly extension', timezone: 'UTC', noOverlap: true },
  );
  return async () => {
    await task.destroy();
  };
}
