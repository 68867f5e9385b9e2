import type { Knex } from '../../support/connect';
import type { RunningSandbox } from '../../support/sandbox';
import { until } from '../../support/wait';

const PATIENCE_MS = 120_000;

/** How many sessions are due still. */
export async function countDue(knex: Knex): Promise<number> {
  const row: unknown = await knex('onefit_sync_records')
    .whereRaw('desired_version > acknowledged_version')
    .count({ due: '*' })
    .first();
  return Number((row as { due: string }).due);
}

/** Has the sandbox link the venue, and waits until it has received everything that is offered. */
export async function linkAndPush(
  sandbox: RunningSandbox,
  { url, uuid, knex }: { url: string; uuid: string; knex: Knex },
): Promise<void> {
  const company: unknown = await knex('companies').first('uuid');
  const companyId = (company as { uuid: string }).uuid;
  await sandbox.control('PUT', '/settings', { venueBaseUrl: url });
  await sandbox.control('POST', '/links', { venueId: uuid, companyId });
  await until(
    'Onefit to have every session',
    async () => (await countDue(knex)) === 0,
    PATIENCE_MS,
  );
}
