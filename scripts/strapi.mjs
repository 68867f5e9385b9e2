/** Runs Strapi's own command line, in this process, once the environment is there. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { cleanDist } from './clean-dist.mjs';
import { ensureEnvironment } from './first-run.mjs';

ensureEnvironment();
process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
if (process.argv[2] === 'build') {
  // Outside production the panel is built with React's checks, and with Strapi's tours for developers.
  process.env.NODE_ENV ??= 'production';
  cleanDist();
}

// The package exports its manifest, not its command: that is found beside it.
const require = createRequire(import.meta.url);
const strapi = path.dirname(require.resolve('@strapi/strapi/package.json'));
require(path.join(strapi, 'bin', 'strapi.js'));
