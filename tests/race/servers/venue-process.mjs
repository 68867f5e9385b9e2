/**
 * One server process: the compiled project, listening on loopback. Its environment and arguments
 * come from `start-servers.ts`; it tells its address over the channel and ends when that closes.
 *
 * Plain JavaScript, so that no loader of the tests stands between Node and what is tested.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { unguardSpots } from './unguarded-spot.mjs';

// As the compiled project itself does: Strapi's ES modules cannot be loaded by Node alone.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const project = path.resolve(import.meta.dirname, '../../..');
const distDir = path.join(project, 'dist');

const strapi = createStrapi({ appDir: project, distDir, serveAdminPanel: false });
// A run may take longer than the half hour that an administrator's token holds by default.
strapi.config.set('admin.auth.sessions.accessTokenLifespan', 12 * 60 * 60);
await strapi.load();
const { UNGUARDED } = process.env;
if (UNGUARDED) unguardSpots(distDir, UNGUARDED);
strapi.server.mount();
const { httpServer } = strapi.server;
await new Promise((listening) => {
  httpServer.listen(Number(process.env.PORT), '127.0.0.1', listening);
});

// Strapi ends by itself on this signal; so it does when whoever started it is gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.send({ url: `http://127.0.0.1:${httpServer.address().port}` });
