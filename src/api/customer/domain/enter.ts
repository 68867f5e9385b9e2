import { insertDocument } from '../../../database/insert';
import type { InsertedDocument } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { customersByEmail } from './by-email';
import { CUSTOMERS } from './customer-row';
import { nameOf } from './name';

/** What is asked of a person who is new to the venue. */
export interface EnteredPerson {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  /** in which the venue writes to them */
  language: 'en' | 'nl' | 'de';
}

/** As many of those who share an e-mail address as a person can choose from. */
const MOST_NAMED = 5;

async function assertNewEmail(trx: Trx, email: string): Promise<void> {
  const known = await customersByEmail(trx, email)
    .orderBy('id')
    .limit(MOST_NAMED)
    .select<Array<{ documentId: string; firstName: string; lastName: string }>>({
      documentId: 'document_id',
      firstName: 'first_name',
      lastName: 'last_name',
    });
  if (known.length > 0) {
    throw new Refusal(
      'email_known',
      say`Somebody with this e-mail address is a customer already. Choose them, or say that two people share the address.`,
      { customers: known },
    );
  }
}

/**
 * Makes a customer who was entered by hand, inside the caller's transaction. Two people may share
 * an e-mail address, a parent's for example, but only where staff say so.
 *
 * @throws Refusal `email_known`, with those who have the address in `details.customers`
 */
export async function enterCustomer(
  trx: Trx,
  person: EnteredPerson,
  sharesEmail: boolean,
  now: Date,
): Promise<InsertedDocument> {
  if (person.email !== null && !sharesEmail) await assertNewEmail(trx, person.email);
  return insertDocument(
    trx,
    CUSTOMERS,
    {
      first_name: person.firstName,
      last_name: person.lastName,
      name: nameOf(person.firstName, person.lastName),
      email: person.email,
      phone: person.phone,
      language: person.language,
    },
    now,
  );
}
