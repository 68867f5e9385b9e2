import type { StrapiApp } from '@strapi/strapi/admin';

/** The plugins whose widgets are shown, in the order of the day's work. */
const OURS = ['front-desk', 'onefit-aggregator'];

/** Strapi's own widget for those who keep content and have none of the venue's widgets. */
const ENTRIES = 'last-edited-entries';

/** Strapi's media library: of Strapi's own roles, not of those that work at a studio. */
const EDITORS = [{ action: 'plugin::upload.read' }];

/**
 * Leaves the venue's widgets on the home page: Strapi's own tell of drafts and itself. For an
 * editor, who sees none of the venue's, the entries that were edited last stay.
 */
export function arrangeHomePage(app: StrapiApp): void {
  app.widgets.register((widgets) => [
    ...OURS.flatMap((plugin) => widgets.filter(({ pluginId }) => pluginId === plugin)),
    ...widgets
      .filter(({ id }) => id === ENTRIES)
      .map((widget) => ({ ...widget, permissions: EDITORS })),
  ]);
}
