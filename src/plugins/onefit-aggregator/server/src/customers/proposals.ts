import { randomUUID } from 'node:crypto';
import { writeActivities } from '../activity-log/write';
import { CUSTOMER_PROPOSALS } from '../tables';
import { dialectOf } from '../venue/dialect';
import { instant } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';

/** How many people of one e-mail are proposed; a shared address of a family stays readable. */
const MOST = 10;

/**
 * Customers of this e-mail in any case, asked for as the index of each database has it: MySQL and MariaDB
 * compare e-mails without regard to case, the others have an index of them in small letters.
 */
function sharing(trx: Trx, email: string) {
  const customers = trx('customers');
  return dialectOf(trx) === 'mysql'
    ? customers.where({ email })
    : customers.whereRaw('LOWER(email) = ?', [email.toLowerCase()]);
}

/**
 * Puts it before staff that a customer whom Onefit's booking made may be somebody they know: an
 * equal e-mail proposes, and never merges. Inside the booking's transaction.
 */
export async function proposeByEmail(
  trx: Trx,
  customer: string,
  email: string | null,
  now: Date,
): Promise<void> {
  if (email === null) return;
  const others = await sharing(trx, email)
    .whereNot({ document_id: customer })
    .orderBy('id')
    .limit(MOST)
    .select<Array<{ document_id: string }>>('document_id');
  if (others.length === 0) return;
  await trx(CUSTOMER_PROPOSALS).insert(
    others.map((other) => ({
      document_id: randomUUID(),
      created_at: now,
      updated_at: now,
      published_at: now,
      customer_key: customer,
      other_key: other.document_id,
      reason: 'same_email',
    })),
  );
}

/** Forgets the proposals about customers whose profiles go. */
export async function forgetProposals(trx: Trx, customers: string[]): Promise<void> {
  await trx(CUSTOMER_PROPOSALS)
    .whereIn('customer_key', customers)
    .orWhereIn('other_key', customers)
    .delete();
}

interface Person {
  documentId: string;
  firstName: string;
  lastName: string;
  email: string | null;
}

/** Two customers who may be one person. */
export interface Proposal {
  documentId: string;
  reason: 'same_email';
  /** ISO 8601, UTC */
  proposedAt: string;
  /** made by Onefit's booking */
  customer: Person;
  /** known before */
  other: Person;
}

type Row = Record<
  `${'customer' | 'other'}_${'id' | 'first' | 'last' | 'email'}` | 'documentId' | 'reason',
  string
> & { proposedAt: StoredInstant };

function person(row: Row, who: 'customer' | 'other'): Person {
  return {
    documentId: row[`${who}_id`],
    firstName: row[`${who}_first`],
    lastName: row[`${who}_last`],
    email: row[`${who}_email`],
  };
}

/** The proposals that staff have not decided on, newest first; of one customer, or of all. */
export async function openProposals(trx: Trx, customer: string | null): Promise<Proposal[]> {
  const query = trx({ proposal: CUSTOMER_PROPOSALS })
    .join({ made: 'customers' }, 'made.document_id', 'proposal.customer_key')
    .join({ other: 'customers' }, 'other.document_id', 'proposal.other_key')
    .whereNull('proposal.dismissed_at')
    .orderBy('proposal.id', 'desc')
    .limit(100)
    .select({
      documentId: 'proposal.document_id',
      reason: 'proposal.reason',
      proposedAt: 'proposal.created_at',
      customer_id: 'made.document_id',
      customer_first: 'made.first_name',
      customer_last: 'made.last_name',
      customer_email: 'made.email',
      other_id: 'other.document_id',
      other_first: 'other.first_name',
      other_last: 'other.last_name',
      other_email: 'other.email',
    });
  if (customer !== null) {
    query.where(
      (either) =>
        void either
          .where('proposal.customer_key', customer)
          .orWhere('proposal.other_key', customer),
    );
  }
  return ((await query) as unknown as Row[]).map((row) => ({
    documentId: row.documentId,
    reason: 'same_email',
    proposedAt: instant(row.proposedAt).toISOString(),
    customer: person(row, 'customer'),
    other: person(row, 'other'),
  }));
}

/** Staff say that the two are not the same person; gives whether there was such a proposal. */
export async function dismissProposal(
  trx: Trx,
  documentId: string,
  actor: string | null,
  now: Date,
): Promise<boolean> {
  const row: unknown = await trx(CUSTOMER_PROPOSALS)
    .where({ document_id: documentId })
    .first('customer_key', 'dismissed_at');
  const proposal = row as { customer_key: string; dismissed_at: unknown } | undefined;
  if (!proposal) return false;
  if (proposal.dismissed_at !== null) return true;
  await trx(CUSTOMER_PROPOSALS)
    .where({ document_id: documentId })
    .update({ dismissed_at: now, updated_at: now });
  const deed = { kind: 'proposal_dismissed', outcome: 'done', source: 'staff' } as const;
  await writeActivities(trx, [{ ...deed, actor, customer: proposal.customer_key }], now);
  return true;
}
