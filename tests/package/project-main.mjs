/**
 * The project at VENUE_PROJECT as a process of its own. Asked for `facts`, it tells what of the
 * plugin is there.
 */
import { createRequire } from 'node:module';

process.chdir(process.env.VENUE_PROJECT);
const { strapi } = await import('../support/venue-main.mjs');
// The plugin's own copy: what it scheduled is told here.
const require = createRequire(`${process.env.VENUE_PROJECT}/`);
const { getTasks } = require('node-cron');
const NAME = 'onefit-aggregator';

function facts() {
  const plugin = strapi.plugins[NAME];
  const routes = Object.values(plugin?.routes ?? {}).flatMap((router) => router.routes ?? router);
  return {
    isRegistered: plugin !== undefined,
    types: Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith(`plugin::${NAME}.`)),
    routes: routes.map(({ method, path }) => ({ method, path: `/${NAME}${path}` })),
    jobs: getTasks().size,
    loaded: Object.keys(require.cache).filter((file) => file.includes(`/${NAME}/`)),
  };
}

process.on('message', (message) => {
  if (message === 'facts') process.send(facts());
});
