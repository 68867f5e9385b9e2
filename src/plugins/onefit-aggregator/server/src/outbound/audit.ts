import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import { holdOn } from './lease';
import type { Hold } from './lease';
import { orphans } from './orphans';
import { differingPage } from './sweep';

/** Something of what Onefit should know that is not as it must be; `subject` is a document id. */
export interface SyncFinding {
  kind: 'sync_differs' | 'sync_orphan' | 'sync_version' | 'link_orphan';
  subject: string;
  message: string;
}

function findings(kind: SyncFinding['kind'], subjects: string[], message: string): SyncFinding[] {
  return subjects.map((subject) => ({ kind, subject, message }));
}

async function differing(knex: Trx, now: Date, hold: Hold): Promise<string[]> {
  const orderActive = (await activeOrder(knex)) !== null;
  const found: string[] = [];
  for (let afterId: number | null = 0; afterId !== null; ) {
    await hold();
    const page = await differingPage(knex, afterId, orderActive, now);
    found.push(...page.differing);
    afterId = page.nextId;
  }
  return found;
}

async function aheadOfThemselves(knex: Trx): Promise<string[]> {
  const rows = await knex(SYNC_RECORDS)
    .whereRaw('(acknowledged_version > desired_version OR refused_version > desired_version)')
    .select<Array<{ subject: string }>>('subject');
  return rows.map(({ subject }) => subject);
}

async function linksWithoutVenue(knex: Trx): Promise<string[]> {
  const rows = await knex({ link: VENUE_LINKS })
    .leftJoin({ venue: 'venues' }, 'venue.document_id', 'link.venue_key')
    .whereNull('venue.id')
    .select<Array<{ venue_key: string }>>('link.venue_key');
  return rows.map(({ venue_key }) => venue_key);
}

/**
 * Holds what Onefit acknowledged against what it should know, as the sweep does, and changes
 * nothing. What is on its way is as it must be.
 *
 * @param hold is asked page by page whether to go on, and throws where not
 */
export async function auditSync(knex: Trx, now: Date, hold: Hold = holdOn): Promise<SyncFinding[]> {
  return [
    ...findings(
      'sync_differs',
      await differing(knex, now, hold),
      'looks otherwise than Onefit acknowledged, and nothing is on its way; the sweep sends it',
    ),
    ...findings(
      'sync_orphan',
      await orphans(knex, now),
      'is gone, and Onefit was not told; the sweep tells it',
    ),
    ...findings(
      'sync_version',
      await aheadOfThemselves(knex),
      'Onefit answered a version that was never made',
    ),
    ...findings(
      'link_orphan',
      await linksWithoutVenue(knex),
      'is linked, and no such venue is there',
    ),
  ];
}
