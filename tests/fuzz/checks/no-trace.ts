import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseKind } from '../../support/database';
import { OF_THE_CLOCK } from '../../support/table-dump';
import type { Session } from '../session';
import type { Fault } from './check';
import { createWatch } from './watch';

const ACTIVITY_LOG = 'onefit_activity_log';
/** Refusals are gathered for a second before they are noted there. */
const NOTED_MS = 1_500;
const AMONG = 1_000;

/**
 * Strangers once more, with a look at the activity log too: what Onefit was refused is noted there,
 * so between the rounds it is left out; a stranger must not be able to write even that.
 *
 * @param from the number of the first request
 */
export async function leaveNoTrace(
  { requests, crowd, knex, venue }: Session,
  db: DatabaseKind,
  from: number,
): Promise<Fault[]> {
  if (!venue.isRunning()) return [];
  await sleep(NOTED_MS);
  const except = OF_THE_CLOCK.filter((table) => table !== ACTIVITY_LOG);
  const watch = await createWatch(knex, db, except);
  const strangers = Array.from({ length: AMONG }, (_, offset) => from + offset)
    .filter((index) => requests.senderOf(index) === 'stranger')
    .map((index) => [index, requests.at(index)] as const);
  await crowd.send(strangers);
  await sleep(NOTED_MS);
  const rows = await watch.look();
  if (rows.length === 0) return [];
  const what = `${strangers.length} strangers: ${rows.length} row(s) changed, ${rows[0]?.slice(0, 300)}`;
  return [{ check: 'stranger', what, index: null }];
}
