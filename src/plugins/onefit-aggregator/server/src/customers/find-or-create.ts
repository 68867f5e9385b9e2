import type { CustomerRef, Trx } from '../venue/ports';
import type { Venue } from '../venue/venue';
import { proposeByEmail } from './proposals';
import type { Member } from '../wire/schemas/member';

/**
 * The way to make the customer of a booking whose member id nobody holds as Onefit ID, taken once
 * the place is certain to be given. An equal name or e-mail never makes two people one: an equal
 * e-mail is proposed to staff.
 */
export function creation(
  { customers }: Venue,
  member: Member,
  now: Date,
): (trx: Trx) => Promise<CustomerRef> {
  const person = {
    firstName: member.firstName,
    lastName: member.lastName,
    email: member.email ?? null,
    phone: member.phone ?? null,
  };
  return async (within) => {
    const made = await customers.createWithAggregatorId(within, person, 'onefit', member.id);
    await proposeByEmail(within, made.documentId, person.email, now);
    return made;
  };
}
