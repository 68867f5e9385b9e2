/**
 * `npm run test:databases`: the whole integration suite on PostgreSQL and on MariaDB. Where a
 * server does not answer, CI fails; on anybody's own machine that database is left out, loudly.
 */
import { spawnSync } from 'node:child_process';
import net from 'node:net';

const DATABASES = [
  {
    name: 'postgres',
    host: process.env.TEST_POSTGRES_HOST ?? '127.0.0.1',
    port: Number(process.env.TEST_POSTGRES_PORT ?? 5432),
  },
  {
    name: 'mysql',
    host: process.env.TEST_MYSQL_HOST ?? '127.0.0.1',
    port: Number(process.env.TEST_MYSQL_PORT ?? 3306),
  },
];

function answers({ host, port }) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 3000 });
    const done = (answered) => {
      socket.destroy();
      resolve(answered);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
}

let failed = false;
for (const database of DATABASES) {
  if (!(await answers(database))) {
    console.error(`*** ${database.name} does not answer on ${database.host}:${database.port}.`);
    if (process.env.CI) failed = true;
    else console.error(`*** SKIPPED: nothing was tested on ${database.name}.`);
    continue;
  }
  console.log(`--- integration tests on ${database.name}`);
  const { status } = spawnSync(
    'npx',
    ['jest', '--selectProjects', 'integration', '--runInBand', ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, TEST_DATABASE: database.name } },
  );
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
