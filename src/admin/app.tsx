/** The panel's own look and languages; no tours and no news of Strapi's between staff and their work. */
export default {
  config: {
    locales: ['nl', 'de'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap() {},
};
