/** Runs a compiled script, once the environment is there: `node scripts/compiled.mjs seed …`. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { config } from 'dotenv';
import { ensureEnvironment } from './first-run.mjs';

const [name, ...args] = process.argv.slice(2);
const script = `dist/scripts/${name}.js`;

ensureEnvironment();
config({ quiet: true });
// Outside production opening the project drops every column that no type names any more.
process.env.NODE_ENV ??= 'production';
if (!existsSync(script)) {
  console.error('The project is not built yet. Run: npm run build');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' });
process.exit(status ?? 1);
