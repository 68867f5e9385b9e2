import type { Trx } from '../../../database/trx';

/** The table of `api::customer-aggregator-id.customer-aggregator-id`. */
export const AGGREGATOR_IDS = 'customer_aggregator_ids';

export interface Holder {
  /** the customer's row id */
  id: number;
  /** the customer's document id */
  documentId: string;
  name: string;
  /** the document id of the entry that holds the aggregator's id */
  idDocumentId: string;
}

/** The customer who holds an aggregator's member id; null when nobody does. */
export async function holderOf(
  trx: Trx,
  aggregator: 'onefit',
  externalId: string,
): Promise<Holder | null> {
  const row: unknown = await trx({ held: AGGREGATOR_IDS })
    .join({ customer: 'customers' }, 'customer.document_id', 'held.customer_key')
    .where({ 'held.aggregator': aggregator, 'held.external_id': externalId })
    .first(
      'customer.id as id',
      'customer.document_id as documentId',
      'customer.first_name as first',
      'customer.last_name as last',
      'held.document_id as idDocumentId',
    );
  const found = row as (Omit<Holder, 'name'> & { first: string; last: string }) | undefined;
  if (!found) return null;
  const { first, last, ...holder } = found;
  return { ...holder, name: `${first} ${last}` };
}
