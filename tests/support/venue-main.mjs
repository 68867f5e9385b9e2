/**
 * The compiled project as a process of its own, listening on loopback. Its environment comes from
 * `venue-process.ts`; VENUE_PROJECT and VENUE_DIST make it another project. It tells its address over
 * the channel, cleans up its memory when asked to, and ends when the channel closes.
 *
 * Plain JavaScript, so that no loader of the tests stands between Node and what is tested.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const project = process.env.VENUE_PROJECT ?? path.resolve(import.meta.dirname, '../..');
// Strapi's build for ES modules does not load in Node 20.
const { createStrapi } = createRequire(`${project}/`)('@strapi/strapi');

/** For a main program of a test's own around this one. */
export const strapi = createStrapi({
  appDir: project,
  distDir: process.env.VENUE_DIST ?? path.join(project, 'dist'),
  serveAdminPanel: false,
});
await strapi.load();
strapi.server.mount();
const { httpServer } = strapi.server;
await new Promise((listening) => {
  httpServer.listen(Number(process.env.PORT), '127.0.0.1', listening);
});

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await strapi.destroy();
  process.exit(0);
}

process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());
process.on('message', (message) => {
  if (message !== 'clean') return;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send({ used: heapUsed + external });
});
process.send({ url: `http://127.0.0.1:${httpServer.address().port}` });
