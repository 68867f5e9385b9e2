/**
 * Stock Strapi on loopback: `node stock-main.mjs FOLDER`, the project that `stock.ts` made. Plain
 * JavaScript, so that no loader of the tests stands between Node and what is measured.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const [appDir] = process.argv.slice(2);
process.chdir(appDir);
// Strapi's build for ES modules does not load in Node 20.
const { createStrapi } = createRequire(path.join(appDir, 'package.json'))('@strapi/strapi');

const strapi = createStrapi({ appDir, distDir: appDir, serveAdminPanel: false });
await strapi.load();
strapi.server.mount();
const { httpServer } = strapi.server;
await new Promise((listening) => {
  httpServer.listen(Number(process.env.PORT), '127.0.0.1', listening);
});

// Strapi ends by itself on this signal; so it does when whoever started it is gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
const { accessKey } = await strapi.service('admin::api-token').create({
  name: 'bench',
  description: '',
  type: 'full-access',
  lifespan: null,
});
process.send({ token: accessKey, url: `http://127.0.0.1:${httpServer.address().port}` });
