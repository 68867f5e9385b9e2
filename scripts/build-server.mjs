/** Compiles the project's own TypeScript into `dist`, without the admin panel. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { cleanDist } from './clean-dist.mjs';

cleanDist();
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
