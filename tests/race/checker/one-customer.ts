import type { Violation } from './evidence';
import { grouped } from './facts';
import type { Facts } from './facts';

/** Each member id has one customer: one row that says so, and all bookings of the member theirs. */
export function oneCustomer({ rows, customerOf, calls }: Facts): Violation[] {
  const booked = (member: string) =>
    calls.filter(({ asked }) => asked.kind === 'book' && asked.member === member);
  const held = grouped(rows.aggregatorIds, (row) => row.externalId);
  const byMember = grouped(
    rows.bookings.filter((row) => row.customer !== null),
    (row) => row.memberId,
  );
  return [
    ...[...held]
      .filter(([, same]) => same.length > 1)
      .map(([member, same]) => ({
        what: `The member ${member} has ${same.length} customers.`,
        calls: booked(member),
      })),
    ...[...byMember].flatMap(([member, bookings]) => {
      const strangers = bookings.filter((row) => row.customer !== customerOf.get(member));
      if (strangers.length === 0) return [];
      const what = `The member ${member} has bookings of ${strangers.length} other customer(s).`;
      return [{ what, calls: booked(member) }];
    }),
  ];
}
