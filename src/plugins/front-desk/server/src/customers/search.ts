import type { Knex } from '../venue';

const MOST_FOUND = 20;
const MOST_WORDS = 5;

/** A customer as the search offers it. */
export interface FoundCustomer {
  documentId: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
}

const SEARCHED = ['first_name', 'last_name', 'email', 'phone'];
const NAMES = ['first_name', 'last_name'];

/** `!` escapes on every database; a backslash would have to be doubled on some. */
const LIKE = "LOWER(??) LIKE ? ESCAPE '!'";

function escaped(word: string): string {
  return word.replace(/[!%_]/g, (sign) => `!${sign}`);
}

/** SQLite lowers only A to Z: a word with other letters is looked for as it may be written. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return [lower];
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1);
  return [...new Set([lower, capital, lower.toUpperCase()])];
}

/**
 * Customers in whose name, e-mail or phone every word stands that was typed; 20 at most. Those
 * whose name begins with the first word come first.
 */
export async function findCustomers(knex: Knex, typed: string): Promise<FoundCustomer[]> {
  const words = typed.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  const [first] = words;
  if (first === undefined) return [];
  const begins = spellings(first).flatMap((spelling) =>
    NAMES.map((column): [string, string] => [column, `${escaped(spelling)}%`]),
  );
  const query = knex('customers')
    .orderByRaw(`CASE WHEN ${begins.map(() => LIKE).join(' OR ')} THEN 0 ELSE 1 END`, begins.flat())
    .orderBy(['last_name', 'first_name', 'id'])
    .limit(MOST_FOUND)
    .select({
      documentId: 'document_id',
      firstName: 'first_name',
      lastName: 'last_name',
      email: 'email',
      phone: 'phone',
    });
  for (const word of words) {
    query.where((any) => {
      for (const spelling of spellings(word)) {
        for (const column of SEARCHED) {
          any.orWhereRaw(LIKE, [column, `%${escaped(spelling)}%`]);
        }
      }
    });
  }
  return (await query) as FoundCustomer[];
}
