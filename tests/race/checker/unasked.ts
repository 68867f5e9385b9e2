import { isOf } from '../calls/call';
import type { Call } from '../calls/call';
import type { BookingRow } from '../rows/venue-rows';
import type { Violation } from './evidence';
import { concerning, grouped } from './facts';
import type { Facts } from './facts';
import { mayHaveWorked } from './outcome';
import { makersOf } from './stay';

/** The calls that can have put a booking into its state; null = nobody has to. */
function causesOf(facts: Facts, row: BookingRow): Call[] | null {
  if (row.state === 'confirmed') return null;
  return concerning(row, facts).filter((call) => {
    const { asked } = call;
    if (!mayHaveWorked(call)) return false;
    switch (asked.kind) {
      case 'cancel':
        return (
          asked.booking === row.externalId &&
          (row.state === 'cancelled' || row.state === 'late_cancelled')
        );
      case 'desk-cancel':
        return (
          asked.entry === row.documentId &&
          row.state === (asked.late ? 'late_cancelled' : 'cancelled')
        );
      case 'check-in':
        return asked.booking === row.externalId && row.state === 'checked_in';
      case 'desk-check-in':
        return asked.entry === row.documentId && row.state === 'checked_in';
      case 'desk-no-show':
        return asked.entry === row.documentId && row.state === 'no_show';
      case 'call-off':
        return asked.appointment === row.appointment && row.state === 'cancelled_by_venue';
      default:
        return false;
    }
  });
}

function bookedUnasked(facts: Facts, row: BookingRow): Violation[] {
  const about = facts.aboutBooking.get(row.externalId ?? '') ?? [];
  const tookSpot = facts.history.get(row.documentId)?.includes('confirmed') === true;
  const name = row.externalId ?? row.documentId;
  const asked = tookSpot
    ? makersOf(row, concerning(row, facts)).length > 0
    : about.some((call) => isOf(call, 'cancel') && mayHaveWorked(call));
  const found: Violation[] = [];
  if (!asked) found.push({ what: `Nobody asked for the booking ${name}.`, calls: about });
  const causes = causesOf(facts, row);
  if (causes?.length === 0) {
    found.push({ what: `Nobody made the booking ${name} ${row.state}.`, calls: about });
  }
  return found;
}

/** Own rows that share fewer calls than there are rows: one unanswered call cannot make two. */
function moreThanAsked(facts: Facts): Violation[] {
  const own = facts.rows.bookings.filter((row) => row.source === 'own');
  return [...grouped(own, (row) => `${row.appointment}:${row.customer}`)].flatMap(([, rows]) => {
    const makers = new Set(rows.flatMap((row) => makersOf(row, concerning(row, facts))));
    if (makers.size >= rows.length) return [];
    const what = `${rows.length} bookings of one customer, where ${makers.size} were asked for.`;
    return [{ what, calls: [...makers] }];
  });
}

/** Customers beside those of the venue's own: each holds a member id that somebody booked with. */
function customersUnasked({ rows, customers, calls }: Facts): Violation[] {
  const own = new Set(customers.map(({ documentId }) => documentId));
  const asked = new Set(
    calls
      .filter(mayHaveWorked)
      .flatMap(({ asked: what }) => (what.kind === 'book' ? [what.member] : [])),
  );
  const known = new Set(customers.map(({ member }) => member));
  const held = rows.aggregatorIds;
  const holders = new Set(
    held.filter((row) => asked.has(row.externalId)).map((row) => row.customer),
  );
  return [
    ...rows.customers
      .filter((customer) => !own.has(customer) && !holders.has(customer))
      .map((customer) => ({ what: `Nobody asked for the customer ${customer}.`, calls: [] })),
    ...held
      .filter(({ externalId }) => !asked.has(externalId) && !known.has(externalId))
      .map(({ externalId }) => ({
        what: `Nobody booked with the member id ${externalId}.`,
        calls: [],
      })),
  ];
}

/** The database holds nothing that nobody asked for: no booking, state, customer or member id. */
export function unasked(facts: Facts): Violation[] {
  return [
    ...facts.rows.bookings.flatMap((row) => bookedUnasked(facts, row)),
    ...moreThanAsked(facts),
    ...customersUnasked(facts),
  ];
}
