/**
 * The compiled project as a process of its own, for storms: its clock, the one that it has for
 * that, runs fast, and so does its patience with Onefit. Its settings come from `stage.ts`; it tells
 * its address over the channel and ends when that closes.
 *
 * Plain JavaScript, so that no loader of the tests stands between Node and what is tested.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { fastClock } from './fast-clock.mjs';
import { startPlainPush } from './plain-push.mjs';

// Strapi's build for ES modules does not load in Node 20.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const project = path.resolve(import.meta.dirname, '../../..');

const { now, speed } = fastClock();
const patience = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => patience(Math.ceil(milliseconds / speed));

const strapi = createStrapi({
  appDir: project,
  distDir: path.join(project, 'dist'),
  serveAdminPanel: false,
});
await strapi.load();
const clock = strapi.get('clock');
clock.now = () => new Date(now());
if (process.env.STORM_SENDER === 'plain-push') startPlainPush(strapi, clock, speed);
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
process.send({ url: `http://127.0.0.1:${httpServer.address().port}` });
