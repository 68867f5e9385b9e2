/** Compiles the project's own TypeScript into `dist`, without the admin panel. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';

// Files of deleted sources must not linger: Strapi loads whatever it finds.
rmSync('dist/src', { recursive: true, force: true });
rmSync('dist/config', { recursive: true, force: true });
rmSync('dist/tsconfig.tsbuildinfo', { force: true });
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.json'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
