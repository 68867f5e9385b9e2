import type { Trx } from '../../../database/trx';
import type { StoredInstant } from '../../../database/values';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';

/** The table of `api::customer.customer`. */
export const CUSTOMERS = 'customers';

/** A customer's row. */
export interface CustomerRow {
  id: number;
  document_id: string;
  first_name: string;
  last_name: string;
  email: string | null;
  phone: string | null;
  note: string | null;
  language: string | null;
  /** null where the person is not erased */
  erased_at: StoredInstant | null;
}

/**
 * Reads a customer by document id.
 *
 * @throws Refusal `customer_not_found`
 */
export async function readCustomer(trx: Trx, documentId: string): Promise<CustomerRow> {
  const row: unknown = await trx(CUSTOMERS).where({ document_id: documentId }).first('*');
  if (row === undefined) {
    throw new Refusal('customer_not_found', say`This customer does not exist. Reload the page.`);
  }
  return row as CustomerRow;
}

/**
 * Holds customers' rows until the transaction ends, always in the same order: whoever books for one of
 * them at this moment comes before, and is seen, or after.
 */
export async function holdCustomers(trx: Trx, documentIds: string[]): Promise<void> {
  await trx(CUSTOMERS).whereIn('document_id', documentIds).orderBy('id').forUpdate().select('id');
}
