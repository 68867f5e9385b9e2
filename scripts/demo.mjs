/**
 * `npm run demo`: builds what is not built, seeds a venue, starts the sandbox that stands in for
 * Onefit and the admin panel, and says where to look. Ctrl-C stops everything; the next run starts
 * in seconds and keeps the data.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { config } from 'dotenv';
import { buildWhatChanged } from './demo/build.mjs';
import { keptSecrets } from './demo/kept-secrets.mjs';
import { assertPortsFree } from './demo/ports.mjs';
import { ensureAdministrator } from './demo/administrator.mjs';
import { ensureColleagues } from './demo/colleagues.mjs';
import { run, start, stopAll, untilAnswers } from './demo/processes.mjs';
import { ensureEnvironment } from './first-run.mjs';

ensureEnvironment();
config({ quiet: true });

const venuePort = Number(process.env.PORT || 1337);
const sandboxPort = Number(process.env.SANDBOX_PORT || 4010);
const smtpPort = Number(process.env.SANDBOX_SMTP_PORT || 4025);
const venueUrl = `http://127.0.0.1:${venuePort}`;
const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;

/** Groups of labels and values, one a line, with all values in one column. */
function aligned(groups) {
  const width = Math.max(...groups.flat().map(([label]) => label.length));
  return groups
    .map((lines) => lines.map(([label, value]) => `  ${label.padEnd(width)}   ${value}`).join('\n'))
    .join('\n\n');
}

async function main() {
  await assertPortsFree([
    { port: venuePort, name: 'PORT', what: 'the admin panel' },
    { port: sandboxPort, name: 'SANDBOX_PORT', what: 'the sandbox' },
    { port: smtpPort, name: 'SANDBOX_SMTP_PORT', what: 'the sandbox’s mail catcher' },
  ]);
  const { password, onefitSecret } = keptSecrets();
  Object.assign(process.env, {
    STRAPI_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: String(venuePort),
    ONEFIT_BASE_URL: sandboxUrl,
    ONEFIT_SECRET: onefitSecret,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: process.env.MAIL_FROM || 'studio@venue.example',
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
    SANDBOX_STATE_FILE: path.resolve('.tmp/sandbox.json'),
    VENUE_BASE_URL: venueUrl,
    // Never the venue's own database, whatever .env says.
    DATABASE_CLIENT: 'sqlite',
    DATABASE_FILENAME: '.tmp/demo.db',
  });
  buildWhatChanged();
  console.log('Seeding a venue from a studio’s timetable …');
  const seeded = JSON.parse(
    run('node', ['scripts/compiled.mjs', 'seed']).trim().split('\n').at(-1),
  );
  console.log('Starting the sandbox and the admin panel …');
  start('sandbox', 'npm', ['start', '--silent', '-w', 'sandbox']);
  start('venue', 'node', ['scripts/strapi.mjs', 'start']);
  await untilAnswers(`${sandboxUrl}/`, 'the sandbox');
  await untilAnswers(`${venueUrl}/_health`, 'the admin panel');
  const email = await ensureAdministrator(venueUrl, password);
  const colleagues = await ensureColleagues(venueUrl, email, password);
  const signIns = [{ role: 'Administrator', email }, ...colleagues];
  const facts = aligned([
    [
      ['Admin panel', `${venueUrl}/admin`],
      ...signIns.map(({ role, email: address }) => [role, address]),
      ['Password', `${password}    the same for all`],
    ],
    [
      [
        'Sandbox',
        `${sandboxUrl}    plays Onefit: its support, its members, its faults, and your mails`,
      ],
    ],
    [
      ['Company UUID', seeded.companyId],
      ['Venue UUID', seeded.venueId],
    ],
    [
      ['Partner API', `${venueUrl}/api/onefit-aggregator/v1`],
      ['Secret', onefitSecret],
    ],
  ]);
  console.log(`
Ready.

${facts}

Three steps, as in the README: order the Onefit API in the Market, allow an activity, and link the
venue on the sandbox’s page with the two UUIDs. Ctrl-C stops everything; your data is kept.
Logs: .tmp/demo-venue.log and .tmp/demo-sandbox.log
`);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    console.log('\nStopping …');
    await stopAll();
    process.exit(0);
  });
}

main().catch(async (error) => {
  console.error(`\n${error.message}`);
  await stopAll();
  if (!existsSync('node_modules')) console.error('Run npm ci first.');
  process.exit(1);
});
