import type { ArenaCustomer } from '../arena';
import { isOf } from '../calls/call';
import type { Call } from '../calls/call';
import type { BookingRow } from '../rows/venue-rows';
import type { Evidence, Fill } from './evidence';
import { mayHaveWorked } from './outcome';
import { changedBy, initially } from './setting';
import type { Setting } from './setting';
import { stayOf } from './stay';
import type { Stay } from './stay';

/** One appointment with all that is known of it. */
export interface AppointmentFacts {
  documentId: string;
  /** its capacity over time */
  capacity: Setting[];
  /** its limit for aggregators over time; `Infinity` = none */
  limit: Setting[];
  /** calls that cancelled it, or may have */
  callOffs: Call[];
  /** the bookings that held a spot in it */
  stays: Stay[];
}

/** The evidence, put in order for the checks. */
export interface Facts extends Evidence {
  appointments: Map<string, AppointmentFacts>;
  /** calls of Onefit's about one booking id */
  aboutBooking: Map<string, Call[]>;
  /** the states that a booking went through, by document id */
  history: Map<string, string[]>;
  /** the customer who holds a member id */
  customerOf: Map<string, string>;
  customers: ArenaCustomer[];
  fills: Fill[];
}

/** Puts the items of a list under their keys; null = under none. */
export function grouped<Item>(
  items: Item[],
  keyOf: (item: Item) => string | null,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function bookingOf({ asked }: Call): string | null {
  return 'booking' in asked ? asked.booking : null;
}

/** The calls that can say anything of a booking: about its id, its entry or its appointment. */
function concerning(row: BookingRow, byBooking: Map<string, Call[]>, atDesk: Call[]): Call[] {
  const onefit = row.externalId === null ? [] : (byBooking.get(row.externalId) ?? []);
  return [...onefit, ...atDesk];
}

function settingsOf(evidence: Evidence, documentId: string) {
  const began = evidence.arena.appointments.find((one) => one.documentId === documentId);
  const capacity = began ? [initially(began.capacity)] : [];
  const limit = began ? [initially(began.limit ?? Infinity)] : [];
  for (const call of evidence.calls.filter(mayHaveWorked)) {
    const { asked } = call;
    if (asked.kind === 'edit' && asked.appointment === documentId) {
      if (asked.capacity !== undefined) capacity.push(changedBy(call, asked.capacity));
      if (asked.limit !== undefined) limit.push(changedBy(call, asked.limit ?? Infinity));
    }
    if (asked.kind === 'edit-activity' && asked.activity === began?.follows) {
      limit.push(changedBy(call, asked.limit ?? Infinity));
    }
  }
  return { capacity, limit };
}

/** The desk's calls by the appointment that they are about. */
function deskCalls(evidence: Evidence): Map<string, Call[]> {
  const placeOf = new Map(
    evidence.rows.bookings.map((row) => [row.documentId, row.appointment] as const),
  );
  return grouped(evidence.calls, ({ asked }) => {
    if ('appointment' in asked) return asked.appointment;
    return 'entry' in asked ? (placeOf.get(asked.entry) ?? null) : null;
  });
}

/** Works out of the evidence what the checks ask for. */
export function factsOf(evidence: Evidence): Facts {
  const { calls, rows } = evidence;
  const aboutBooking = grouped(calls, bookingOf);
  const atDesk = deskCalls(evidence);
  const history = new Map(
    [...grouped(rows.changes, (change) => change.booking)].map(([booking, changes]) => [
      booking,
      changes.map(({ state }) => state),
    ]),
  );
  const placed = rows.bookings.filter((row): row is Stay['row'] => row.appointment !== null);
  const held = grouped(
    placed.filter((row) => history.get(row.documentId)?.includes('confirmed')),
    (row) => row.appointment,
  );
  const appointments = rows.appointments.map(({ documentId }): [string, AppointmentFacts] => {
    const here = atDesk.get(documentId) ?? [];
    return [
      documentId,
      {
        documentId,
        ...settingsOf(evidence, documentId),
        callOffs: here.filter((call) => isOf(call, 'call-off') && mayHaveWorked(call)),
        stays: (held.get(documentId) ?? []).map((row) =>
          stayOf(row, concerning(row, aboutBooking, here)),
        ),
      },
    ];
  });
  return {
    ...evidence,
    appointments: new Map(appointments),
    aboutBooking,
    history,
    customers: evidence.arena.customers,
    customerOf: new Map(
      rows.aggregatorIds.flatMap(({ externalId, customer }) =>
        customer === null ? [] : [[externalId, customer] as const],
      ),
    ),
  };
}
