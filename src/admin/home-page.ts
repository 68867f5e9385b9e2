import type { StrapiApp } from '@strapi/strapi/admin';

/** The plugins whose widgets come first, in the order of the day's work. */
const OURS = ['front-desk', 'onefit-aggregator'];

/** The only one of Strapi's own that says something to a venue: nothing here is published. */
const KEPT = 'last-edited-entries';

/** Puts the venue's widgets on the home page, and leaves out statistics about Strapi itself. */
export function arrangeHomePage(app: StrapiApp): void {
  app.widgets.register((widgets) => [
    ...OURS.flatMap((plugin) => widgets.filter(({ pluginId }) => pluginId === plugin)),
    ...widgets.filter(({ id }) => id === KEPT),
  ]);
}
