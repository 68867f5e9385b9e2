import type { Core } from '@strapi/strapi';

/**
 * Keeps the process alive when something that nobody waits for fails, and says so in the log.
 * Strapi emits its events after a commit without waiting: a database that is gone for a second at
 * that moment would otherwise end the whole process. Gives the function that takes it back.
 */
export function logUnhandledRejections(strapi: Core.Strapi): () => void {
  const report = (reason: unknown) => {
    strapi.log.error('Something that nobody waited for failed:');
    strapi.log.error(reason);
  };
  process.on('unhandledRejection', report);
  return () => process.off('unhandledRejection', report);
}
