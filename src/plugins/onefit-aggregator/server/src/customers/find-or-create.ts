import type { CustomerRef, Trx } from '../venue/ports';
import type { Venue } from '../venue/venue';
import { proposeByEmail } from './proposals';
import type { Member } from '../wire/schemas/member';

/**
 * The customer of a booking: whoever holds the member's id as Onefit ID, entered by hand or stored
 * by an earlier booking; else the way to make one, taken once the place is certain to be given.
 * An equal name or e-mail never makes two people one: an equal e-mail is
 * proposed to staff.
 */
export async function customerOf(
  { customers }: Venue,
  trx: Trx,
  member: Member,
  now: Date,
): Promise<CustomerRef | ((trx: Trx) => Promise<CustomerRef>)> {
  const holder = await customers.findByAggregatorId(trx, 'onefit', member.id);
  if (holder) return holder;
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
