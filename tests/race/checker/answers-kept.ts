import type { Call } from '../calls/call';
import { isOf } from '../calls/call';
import type { BookingRow } from '../rows/venue-rows';
import type { Violation } from './evidence';
import type { Facts } from './facts';
import { isCancelled, shown, worked } from './outcome';
import { possibleValues } from './setting';
import { answersAbout } from './stay';

/** To which states a booking can still go from one that was answered, beside staying in it. */
const ONWARDS: Record<string, string[]> = {
  confirmed: ['checked_in', 'no_show', 'cancelled', 'late_cancelled', 'cancelled_by_venue'],
  checked_in: ['no_show', 'cancelled_by_venue'],
  no_show: ['checked_in', 'cancelled_by_venue'],
};

function leadsTo(state: string, final: string): boolean {
  return state === final || (ONWARDS[state] ?? []).includes(final);
}

/** What a call of Onefit's was promised by its 2xx answer, held against the row. */
function promise(call: Call, row: BookingRow | undefined): string | null {
  if (!row) return 'was answered, and is not in the database';
  if (call.answer?.status === 202) {
    return row.state === 'cancelled' ? null : `was cancelled unseen, and is ${row.state}`;
  }
  const body = shown(call);
  if (!body) return 'was answered 2xx without a booking';
  if (body.sessionId !== row.appointment || body.member.id !== row.memberId) {
    return 'is kept for another session or member than was answered';
  }
  if (!leadsTo(body.status, row.state)) return `was answered ${body.status}, and is ${row.state}`;
  if (isOf(call, 'cancel') && !isCancelled(body.status)) {
    return `was answered ${body.status} to a cancellation`;
  }
  if (isOf(call, 'check-in') && body.status !== 'checked_in') {
    return `was answered ${body.status} to a check-in`;
  }
  return null;
}

function ofOnefit({ aboutBooking, rows }: Facts): Violation[] {
  const byId = new Map(rows.bookings.map((row) => [row.externalId, row]));
  return [...aboutBooking].flatMap(([id, calls]) =>
    calls.filter(worked).flatMap((call) => {
      const broken = promise(call, byId.get(id));
      return broken ? [{ what: `The booking ${id} ${broken}.`, calls: [call] }] : [];
    }),
  );
}

function ofDesk({ calls, rows }: Facts): Violation[] {
  const byId = new Map(rows.bookings.map((row) => [row.documentId, row]));
  return calls.flatMap((call) =>
    (call.answer?.entries ?? []).flatMap(({ documentId, state }) => {
      const row = byId.get(documentId);
      if (row && leadsTo(state, row.state)) return [];
      const what = `The desk saw the booking ${documentId} ${state}, and it is ${row?.state ?? 'gone'}.`;
      return [{ what, calls: [call] }];
    }),
  );
}

/** Of each booking's own answers: after a cancelled one comes nothing else. */
function ofReturns(facts: Facts): Violation[] {
  return facts.rows.bookings.flatMap((row) => {
    const calls = facts.aboutBooking.get(row.externalId ?? '') ?? [];
    const answers = answersAbout(row, calls);
    return answers
      .filter(({ state }) => isCancelled(state))
      .flatMap((ended) =>
        answers
          .filter(({ call, state }) => startsAfter(call, ended.call) && state !== ended.state)
          .map(({ call, state }) => ({
            what: `The booking ${row.externalId} was ${ended.state}, then answered as ${state}.`,
            calls: [ended.call, call],
          })),
      );
  });
}

function startsAfter(later: Call, earlier: Call): boolean {
  return earlier.answeredAt !== null && later.invokedAt > earlier.answeredAt;
}

/** Capacity, limit and cancellation of appointments are what the last of staff's calls made them. */
function ofAppointments({ appointments, rows, atDesk }: Facts): Violation[] {
  return rows.appointments.flatMap((row) => {
    const facts = appointments.get(row.documentId);
    if (!facts) return [];
    const edits = (atDesk.get(row.documentId) ?? []).filter((call) => isOf(call, 'edit'));
    const end = Infinity;
    const numbers = [
      { what: 'capacity', now: row.capacity, can: possibleValues(facts.capacity, end, end) },
      { what: 'limit', now: row.limit ?? Infinity, can: possibleValues(facts.limit, end, end) },
    ];
    return [
      ...numbers
        .filter(({ now, can }) => !can.includes(now))
        .map(({ what, now, can }) => ({
          what: `${row.documentId}: its ${what} is ${now}, though staff made it ${can.join(' or ')}.`,
          calls: edits,
        })),
      ...(facts.callOffs.some(worked) && row.state !== 'cancelled'
        ? [{ what: `${row.documentId} was cancelled, and is ${row.state}.`, calls: facts.callOffs }]
        : []),
    ];
  });
}

/** Every 2xx answer holds: what it promised is in the database, or went on from there lawfully. */
export function answersKept(facts: Facts): Violation[] {
  return [...ofOnefit(facts), ...ofDesk(facts), ...ofReturns(facts), ...ofAppointments(facts)];
}
