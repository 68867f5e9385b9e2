/** Runs Strapi's own command line, in this process, once the environment is there. */
import { createRequire } from 'node:module';
import { ensureEnvironment } from './first-run.mjs';

ensureEnvironment();
process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
createRequire(import.meta.url)('@strapi/strapi/bin/strapi.js');
