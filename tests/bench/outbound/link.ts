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

/** Waits until Onefit has acknowledged everything. */
export async function untilPushed(knex: Knex): Promise<void> {
  const pushed = async () => (await countDue(knex)) === 0;
  await until('Onefit to have every session', pushed, PATIENCE_MS);
}

/** Makes every session due once more, as a change of all of them would. */
export async function makeAllDue(knex: Knex): Promise<void> {
  await knex('onefit_sync_records').update({
    desired_version: knex.raw('desired_version + 1'),
    attempts: 0,
    lease_token: null,
    lease_until: null,
  });
}

/** Has the sandbox link the venue, and waits until it has received what was due. */
export async function link(
  sandbox: RunningSandbox,
  { url, uuid, knex }: { url: string; uuid: string; knex: Knex },
): Promise<void> {
  const company: unknown = await knex('companies').first('uuid');
  const companyId = (company as { uuid: string }).uuid;
  await sandbox.control('PUT', '/settings', { venueBaseUrl: url });
  await sandbox.control('POST', '/links', { venueId: uuid, companyId });
  await untilPushed(knex);
}
