import { connect } from '../../support/connect';
import { makeDatabase } from '../../support/database';
import { startSandbox } from '../../support/sandbox';
import type { RunningSandbox } from '../../support/sandbox';
import { startVenueProcess } from '../../support/venue-process';
import { completeAppointments, fillVenue } from '../fill/venue';
import { say } from '../shared/progress';
import { link, makeAllDue, untilPushed } from './link';

const BATCH = 100;

/** @throws Error when fewer calls came than it takes: whatever was measured, nothing was pushed */
async function assertPushed(sandbox: RunningSandbox, sessions: number): Promise<void> {
  const { counts } = await sandbox.control<{
    counts: Record<string, { total: number } | undefined>;
  }>('GET', '/state');
  const calls = counts['sessions.put']?.total ?? 0;
  if (calls < sessions / BATCH) throw new Error(`${sessions} sessions came in ${calls} calls.`);
}

/** Resident memory of the whole process after `sessions` were pushed, against before. */
export async function measureMemory(sessions: number): Promise<number> {
  const sandbox = await startSandbox();
  const database = await makeDatabase('postgres');
  const venue = await startVenueProcess(database, {
    NODE_ENV: 'production',
    ONEFIT_BASE_URL: sandbox.url,
  });
  const knex = connect(database);
  try {
    const uuid = await fillVenue(knex, 'postgres', { sessions, members: 0 });
    await completeAppointments(knex, 'postgres');
    await link(sandbox, { url: venue.url, uuid, knex });
    const { resident: idle } = await venue.memoryAfterCleaning();
    await makeAllDue(knex);
    await untilPushed(knex);
    await assertPushed(sandbox, sessions);
    const { resident: after } = await venue.memoryAfterCleaning();
    const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);
    say(
      `  resident: ${megabytes(idle)} MB idle, ${megabytes(after)} MB after ${sessions} sessions`,
    );
    return after / idle;
  } finally {
    await knex.destroy();
    await venue.stop();
    await database.drop();
    await sandbox.stop();
  }
}
