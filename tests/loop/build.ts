import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The root of the project. */
export const PROJECT = path.resolve(__dirname, '../..');

const BUILT = [
  'dist/src/index.js',
  'dist/config/server.js',
  'src/plugins/onefit-aggregator/dist/server/index.js',
  'src/plugins/front-desk/dist/server/index.js',
];

/**
 * Builds server and plugins when something of them is missing, and says so.
 *
 * @throws Error that says what to run when the build fails
 */
export function buildWhatIsMissing(): void {
  const missing = BUILT.filter((file) => !existsSync(path.join(PROJECT, file)));
  if (missing.length === 0) return;
  console.log(`Not built yet: ${missing.join(', ')}. Building, about half a minute …`);
  const { status } = spawnSync('npm', ['run', '--silent', 'build:test'], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed. Run npm run build:test to see why.');
}
