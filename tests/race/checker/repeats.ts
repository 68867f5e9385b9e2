import { isDeepStrictEqual } from 'node:util';
import { isOf } from '../calls/call';
import type { Call, CallOf } from '../calls/call';
import type { Violation } from './evidence';
import type { Facts } from './facts';
import { before, latest, mayHaveWorked, shown } from './outcome';

function sameBody(one: CallOf<'book'>, other: CallOf<'book'>): boolean {
  return one.asked.session === other.asked.session && one.asked.member === other.asked.member;
}

/** Whether a call can have changed the state of what both answers show, between their first and last moment. */
function changes(call: Call, from: Call, to: Call, desk: Set<string>): boolean {
  const { asked } = call;
  const concerns =
    asked.kind === 'cancel' ||
    asked.kind === 'check-in' ||
    ('entry' in asked && desk.has(asked.entry)) ||
    (asked.kind === 'call-off' && asked.appointment === shown(from)?.sessionId);
  return (
    concerns &&
    mayHaveWorked(call) &&
    call.invokedAt <= latest(to) &&
    latest(call) >= from.invokedAt
  );
}

/** Two answers about one booking, one given before the other was asked for. */
function compare(earlier: Call, later: Call, stirred: boolean): string | null {
  const first = shown(earlier);
  const second = shown(later);
  if (!first || !second) return null;
  if (!stirred && !isDeepStrictEqual(first, second)) return 'though nothing changed it';
  const { status: _, modifiedAt: __, ...lasting } = first;
  const { status: ___, modifiedAt: ____, ...still } = second;
  if (!isDeepStrictEqual(lasting, still)) return 'in what never changes';
  if (Date.parse(second.modifiedAt) < Date.parse(first.modifiedAt)) return 'going back in time';
  return null;
}

function differing(about: Call[], others: Call[], desk: Set<string>): Violation[] {
  const answers = about.filter((call) => shown(call) !== null);
  return answers.flatMap((earlier) =>
    answers
      .filter((later) => before(earlier, later))
      .flatMap((later) => {
        const stirred = [...about, ...others].some((call) => changes(call, earlier, later, desk));
        const how = compare(earlier, later, stirred);
        const id = shown(earlier)?.id;
        return how
          ? [
              {
                what: `The booking ${id} was answered differently, ${how}.`,
                calls: [earlier, later],
              },
            ]
          : [];
      }),
  );
}

/** A mismatch is told to another body than the one that is kept, and to no other. */
function mismatches(about: Call[]): Violation[] {
  const books = about.filter((call) => isOf(call, 'book'));
  const taken = books.filter((call) => shown(call) !== null);
  return taken.flatMap((one) => [
    ...books
      .filter((call) => call.answer?.code === 'booking_mismatch' && sameBody(one, call))
      .map((call) => ({
        what: `The booking ${one.asked.booking} was taken and called a mismatch with the same body.`,
        calls: [one, call],
      })),
    ...taken
      .filter((call) => !sameBody(one, call) && call.id > one.id)
      .map((call) => ({
        what: `The booking ${one.asked.booking} was answered 2xx for two bodies.`,
        calls: [one, call],
      })),
  ]);
}

/**
 * A repeat is answered as the first call was, byte for byte of what it says, unless something can
 * have changed the booking in between; even then what is lasting in it stays.
 */
export function repeats({ aboutBooking, atDesk, rows }: Facts): Violation[] {
  const kept = new Map(rows.bookings.map((row) => [row.externalId, row]));
  return [...aboutBooking].flatMap(([id, about]) => {
    const row = kept.get(id);
    const others = atDesk.get(row?.appointment ?? '') ?? [];
    const desk = new Set([row?.documentId ?? '']);
    return [...differing(about, others, desk), ...mismatches(about)];
  });
}
