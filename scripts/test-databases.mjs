/**
 * `npm run test:databases`: the whole integration suite on PostgreSQL and on MariaDB, side by side,
 * since each spends half of its time waiting for its server. Where a server does not answer, CI
 * fails; on anybody's own machine that database is left out, loudly.
 */
import { spawn } from 'node:child_process';
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

/** Runs the suite on one database; gives whether it passed. What it printed is told at its end, whole. */
function passesOn({ name }) {
  const running = spawn(
    'npx',
    ['jest', '--selectProjects', 'integration', '--maxWorkers=2', ...process.argv.slice(2)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TEST_DATABASE: name },
      shell: process.platform === 'win32',
    },
  );
  const said = [];
  running.stdout.on('data', (chunk) => said.push(chunk));
  running.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    running.once('error', reject);
    running.once('close', (status) => {
      console.log(`--- integration tests on ${name}: ${status === 0 ? 'passed' : 'FAILED'}`);
      process.stdout.write(Buffer.concat(said));
      resolve(status === 0);
    });
  });
}

let missing = false;
const running = [];
for (const database of DATABASES) {
  if (await answers(database)) {
    running.push(passesOn(database));
    continue;
  }
  console.error(`*** ${database.name} does not answer on ${database.host}:${database.port}.`);
  if (process.env.CI) missing = true;
  else console.error(`*** SKIPPED: nothing was tested on ${database.name}.`);
}
const passed = await Promise.all(running);
process.exitCode = missing || passed.includes(false) ? 1 : 0;
