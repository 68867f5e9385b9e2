import type { StrapiApp } from '@strapi/strapi/admin';

/** The plugins whose widgets are shown, in the order of the day's work. */
const OURS = ['front-desk', 'onefit-aggregator'];

/** Leaves the venue's widgets on the home page: Strapi's own tell of drafts, entries and itself. */
export function arrangeHomePage(app: StrapiApp): void {
  app.widgets.register((widgets) =>
    OURS.flatMap((plugin) => widgets.filter(({ pluginId }) => pluginId === plugin)),
  );
}
