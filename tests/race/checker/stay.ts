import type { Call } from '../calls/call';
import type { BookingRow } from '../rows/venue-rows';
import { isCancelled, latest, mayHaveWorked, shown, worked } from './outcome';

/** Between these two moments, in milliseconds of the run's clock, something happened. */
export interface Span {
  from: number;
  by: number;
}

/** The time in which a booking held its spot, as far as the answers tell. */
export interface Stay {
  row: BookingRow & { appointment: string };
  /** when the spot was taken */
  taken: Span;
  /** when it was given back; `Infinity` = not at all */
  freed: Span;
  /** those that can have taken or freed it */
  calls: Call[];
}

/** Whether a call asked for just what the row holds. */
function asksFor(call: Call, row: BookingRow): boolean {
  const { asked } = call;
  if (asked.kind === 'book') {
    return (
      asked.booking === row.externalId &&
      asked.session === row.appointment &&
      asked.member === row.memberId
    );
  }
  return (
    asked.kind === 'desk-book' &&
    row.source === 'own' &&
    asked.appointment === row.appointment &&
    asked.customer === row.customer
  );
}

/** The call that was told that it made the booking; else all that may have, unanswered. */
export function makersOf(row: BookingRow, calls: Call[]): Call[] {
  const asking = calls.filter((call) => asksFor(call, row) && mayHaveWorked(call));
  const told = asking.filter(
    (call) =>
      call.answer?.status === 201 &&
      (row.source === 'onefit' || call.answer.entries[0]?.documentId === row.documentId),
  );
  return told.length > 0 ? told : asking.filter((call) => !worked(call));
}

/** Whether a call, if it worked, puts a booking into its final, cancelled state. */
function ends(call: Call, row: BookingRow): boolean {
  const { asked } = call;
  if (row.state === 'cancelled_by_venue') {
    return asked.kind === 'call-off' && asked.appointment === row.appointment;
  }
  const late = row.state === 'late_cancelled';
  if (asked.kind === 'cancel') return asked.booking === row.externalId && asked.late === late;
  return asked.kind === 'desk-cancel' && asked.entry === row.documentId && asked.late === late;
}

/** What the answers say of one booking, in the order in which they came. */
export function answersAbout(row: BookingRow, calls: Call[]): Array<{ call: Call; state: string }> {
  return calls.flatMap((call) => {
    const booking = shown(call);
    if (booking && booking.id === row.externalId) return [{ call, state: booking.status }];
    const entry = call.answer?.entries.find(({ documentId }) => documentId === row.documentId);
    return entry ? [{ call, state: entry.state }] : [];
  });
}

function takenSpan(makers: Call[], answers: Call[]): Span {
  const [only, another] = makers;
  const told = only && !another && only.answer?.status === 201;
  return {
    from: Math.min(...makers.map((call) => call.invokedAt)),
    by: Math.min(told ? latest(only) : Infinity, ...answers.map(latest)),
  };
}

function freedSpan(row: BookingRow, enders: Call[], toldBy: Call[]): Span {
  if (!isCancelled(row.state)) return { from: Infinity, by: Infinity };
  const certain = row.state === 'cancelled_by_venue' ? enders.filter(worked) : [];
  return {
    from: Math.min(...enders.map((call) => call.invokedAt)),
    by: Math.min(Infinity, ...certain.map(latest), ...toldBy.map(latest)),
  };
}

/**
 * The stay of a booking that held a spot. Where no call explains what the row says, the span is as
 * wide as can be, so that nothing is concluded from it; other checks find such rows.
 */
export function stayOf(row: Stay['row'], calls: Call[]): Stay {
  const makers = makersOf(row, calls);
  const enders = calls.filter((call) => ends(call, row) && mayHaveWorked(call));
  const answers = answersAbout(row, calls);
  const toldEnded = answers.filter(({ state }) => isCancelled(state)).map(({ call }) => call);
  const taken = takenSpan(
    makers,
    answers.map(({ call }) => call),
  );
  const freed = freedSpan(row, enders, toldEnded);
  return {
    row,
    taken: makers.length === 0 ? { from: -Infinity, by: Infinity } : taken,
    freed: isCancelled(row.state) && enders.length === 0 ? { ...freed, from: -Infinity } : freed,
    calls: [...makers, ...enders],
  };
}
