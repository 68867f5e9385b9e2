import type { Knex } from '../venue';

const MOST_FOUND = 20;

/** A customer as the search offers it. */
export interface FoundCustomer {
  documentId: string;
  firstName: string;
  lastName: string;
  email: string | null;
}

/** Customers whose name or e-mail contains every word that was typed; 20 at most. */
export async function findCustomers(knex: Knex, typed: string): Promise<FoundCustomer[]> {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  if (words.length === 0) return [];
  const query = knex('customers')
    .orderBy(['last_name', 'first_name', 'id'])
    .limit(MOST_FOUND)
    .select({
      documentId: 'document_id',
      firstName: 'first_name',
      lastName: 'last_name',
      email: 'email',
    });
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    query.where((any) => {
      for (const column of ['first_name', 'last_name', 'email']) {
        any.orWhereRaw("LOWER(??) LIKE ? ESCAPE '\\'", [column, pattern]);
      }
    });
  }
  return (await query) as FoundCustomer[];
}

/** The products that staff can choose: all but those of aggregators. */
export async function listProducts(
  knex: Knex,
): Promise<Array<{ documentId: string; name: string }>> {
  return knex('products')
    .whereNull('system_key')
    .orderBy('name')
    .select<Array<{ documentId: string; name: string }>>({
      documentId: 'document_id',
      name: 'name',
    });
}
