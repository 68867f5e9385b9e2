import type { Trx } from '../database/trx';

type Reference = string | number | { documentId?: string; id?: number | string };

/** The forms in which a relation to one document is entered: by staff, by an API, by a script. */
type RelationInput =
  | Reference
  | Reference[]
  | null
  | { connect?: Reference[]; disconnect?: Reference[]; set?: Reference[] };

/** What an entered relation means: `unchanged`, null for "none", or a document's id. */
export type Entered = string | null;

async function documentIdOf(trx: Trx, table: string, reference: Reference): Promise<Entered> {
  if (typeof reference === 'string') return reference;
  if (typeof reference === 'object' && typeof reference.documentId === 'string') {
    return reference.documentId;
  }
  const id = typeof reference === 'object' ? reference.id : reference;
  if (id === undefined) return null;
  const row: unknown = await trx(table).where({ id }).first('document_id');
  return (row as { document_id: string } | undefined)?.document_id ?? null;
}

/**
 * Reads what was entered for a relation to one document of `table`, in whatever form it came.
 *
 * @returns the document id, null for "none", or `unchanged` when nothing was entered
 */
export async function enteredRelation(trx: Trx, table: string, input: unknown): Promise<Entered> {
  const entered = input as RelationInput | undefined;
  if (entered === undefined) return 'unchanged';
  if (entered === null) return null;
  if (Array.isArray(entered)) {
    return entered[0] === undefined ? null : documentIdOf(trx, table, entered[0]);
  }
  if (
    typeof entered === 'object' &&
    ('connect' in entered || 'disconnect' in entered || 'set' in entered)
  ) {
    const chosen = entered.set ?? entered.connect ?? [];
    const last = chosen[chosen.length - 1];
    if (last !== undefined) return documentIdOf(trx, table, last);
    return entered.set || entered.disconnect?.length ? null : 'unchanged';
  }
  return documentIdOf(trx, table, entered as Reference);
}
