/** The name of this plugin, as Strapi knows it. */
export const PLUGIN = 'front-desk';
