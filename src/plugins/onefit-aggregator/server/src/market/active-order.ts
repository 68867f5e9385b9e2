import { EXTENSION_ORDERS } from '../tables';
import type { StoredInstant, Trx } from '../venue/ports';

/** The key that only the active order carries; its unique index keeps orders from doubling. */
export const ACTIVE = 'onefit';

export interface OrderRow {
  id: number;
  document_id: string;
  contact_email: string;
  ordered_at: StoredInstant;
  ordered_by: string | null;
  language: string | null;
  confirmation_sent_at: StoredInstant | null;
  confirmation_error: string | null;
  ids_copied_at: StoredInstant | null;
}

/** The order of the Onefit API that is in force; null when there is none. */
export async function activeOrder(trx: Trx): Promise<OrderRow | null> {
  const row: unknown = await trx(EXTENSION_ORDERS).where({ active_key: ACTIVE }).first('*');
  return (row as OrderRow | undefined) ?? null;
}

/** When the order before was ended; null when there never was one. */
export async function lastEnd(trx: Trx): Promise<StoredInstant | null> {
  const row: unknown = await trx(EXTENSION_ORDERS)
    .whereNotNull('ended_at')
    .max('ended_at as ended_at')
    .first();
  return (row as { ended_at: StoredInstant | null } | undefined)?.ended_at ?? null;
}
