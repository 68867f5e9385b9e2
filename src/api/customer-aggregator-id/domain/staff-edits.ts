import type { Core } from '@strapi/strapi';
import { documentIdOf, guardEdits } from '../../../content/staff-edits';
import type { Edit } from '../../../content/staff-edits';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { AGGREGATOR_IDS, holderOf } from './holder';

const UID = 'api::customer-aggregator-id.customer-aggregator-id';

/** The form of an id that Onefit gives its members; source: docs/onefit-api.md, "Ids". */
const FORM = /^[A-Za-z0-9._:-]{1,64}$/;

function clean(data: Edit['data']) {
  if (data.externalId === undefined) return;
  const entered = typeof data.externalId === 'string' ? data.externalId.trim() : '';
  if (!FORM.test(entered)) {
    throw new Refusal(
      'aggregator_id_invalid',
      say`An ID has 1 to 64 letters, digits, dots, colons, hyphens or underscores. Copy it from Onefit as it is.`,
    );
  }
  data.externalId = entered;
}

async function assertFree(trx: Trx, { data, documentId }: Edit) {
  if (typeof data.externalId !== 'string') return;
  const holder = await holderOf(trx, 'onefit', data.externalId);
  if (!holder || holder.idDocumentId === documentId) return;
  throw new Refusal(
    'aggregator_id_taken',
    say`This ID belongs to ${holder.name}. Correct the ID, or remove it there first.`,
    { holder: { documentId: holder.documentId, name: holder.name } },
  );
}

/** Keeps the customer's key beside the relation: bookings find the customer by it. */
async function settle(trx: Trx, documentId: string | null) {
  const row: unknown = await trx(AGGREGATOR_IDS)
    .leftJoin(
      'customer_aggregator_ids_customer_lnk',
      'customer_aggregator_ids_customer_lnk.customer_aggregator_id_id',
      `${AGGREGATOR_IDS}.id`,
    )
    .leftJoin('customers', 'customers.id', 'customer_aggregator_ids_customer_lnk.customer_id')
    .where(`${AGGREGATOR_IDS}.document_id`, documentId)
    .first(`${AGGREGATOR_IDS}.id as id`, 'customers.document_id as customer');
  const found = row as { id: number; customer: string | null } | undefined;
  if (!found?.customer) {
    throw new Refusal('customer_required', say`Choose the customer to whom this ID belongs.`);
  }
  await trx(AGGREGATOR_IDS).where({ id: found.id }).update({ customer_key: found.customer });
}

/** Staff's edits of customers' aggregator IDs: one holder for each ID, named when it is taken. */
export function guardAggregatorIds(strapi: Core.Strapi): void {
  async function save(edit: Edit, proceed: () => Promise<unknown>) {
    clean(edit.data);
    await assertFree(edit.trx, edit);
    const outcome = await proceed();
    await settle(edit.trx, documentIdOf(outcome));
    return outcome;
  }
  guardEdits(strapi, UID, { create: save, update: save });
}
