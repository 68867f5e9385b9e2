/** Runs Strapi's own command line, once the environment is there. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureEnvironment } from './first-run.mjs';

ensureEnvironment();
const command = createRequire(import.meta.url).resolve('@strapi/strapi/bin/strapi.js');
const { status, signal } = spawnSync(process.execPath, [command, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { STRAPI_TELEMETRY_DISABLED: 'true', ...process.env },
});
process.exit(signal ? 1 : (status ?? 1));
