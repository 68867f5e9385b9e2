/** Runs the compiled seed, once the environment is there. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { config } from 'dotenv';
import { ensureEnvironment } from './first-run.mjs';

ensureEnvironment();
config({ quiet: true });
if (!existsSync('dist/scripts/seed.js')) {
  console.error('The project is not built yet. Run: npm run build');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['dist/scripts/seed.js', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
