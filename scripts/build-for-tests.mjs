/** Builds what the tests boot: both plugins and the server, without the admin panel. */
import { spawnSync } from 'node:child_process';

for (const script of ['build:plugins', 'build:server']) {
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.error(`npm run ${script} failed. Run it alone to see why.`);
    process.exit(status ?? 1);
  }
}
