import type { Violation } from './evidence';
import { grouped } from './facts';
import type { Facts } from './facts';

/** Each of Onefit's booking ids has at most one row, and only one call was told that it made it. */
export function bookingIds({ rows, aboutBooking }: Facts): Violation[] {
  const held = grouped(rows.bookings, (row) => row.externalId);
  const rowsTwice = [...held].filter(([, same]) => same.length > 1);
  const madeTwice = [...aboutBooking]
    .map(([id, calls]) => ({ id, made: calls.filter((call) => call.answer?.status === 201) }))
    .filter(({ made }) => made.length > 1);
  return [
    ...rowsTwice.map(([id, same]) => ({
      what: `The booking ${id} has ${same.length} rows.`,
      calls: aboutBooking.get(id) ?? [],
    })),
    ...madeTwice.map(({ id, made }) => ({
      what: `The booking ${id} was made ${made.length} times, by the answers.`,
      calls: made,
    })),
  ];
}
