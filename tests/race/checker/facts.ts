import type { ArenaAppointment, ArenaCustomer } from '../arena';
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
  /** staff's calls about an appointment, or about a booking in it */
  atDesk: Map<string, Call[]>;
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
export function concerning(
  { externalId, appointment }: BookingRow,
  { aboutBooking, atDesk }: Pick<Facts, 'aboutBooking' | 'atDesk'>,
): Call[] {
  return [...(aboutBooking.get(externalId ?? '') ?? []), ...(atDesk.get(appointment ?? '') ?? [])];
}

/** The numbers that an appointment began with, and those that staff's calls gave it. */
function settingsOf(began: ArenaAppointment | undefined, atDesk: Call[], ofActivity: Call[]) {
  const capacity = began ? [initially(began.capacity)] : [];
  const limit = began ? [initially(began.limit ?? Infinity)] : [];
  for (const call of [...atDesk, ...ofActivity].filter(mayHaveWorked)) {
    const { asked } = call;
    if (asked.kind === 'edit') {
      if (asked.capacity !== undefined) capacity.push(changedBy(call, asked.capacity));
      if (asked.limit !== undefined) limit.push(changedBy(call, asked.limit ?? Infinity));
    }
    if (asked.kind === 'edit-activity') limit.push(changedBy(call, asked.limit ?? Infinity));
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
  const began = new Map(evidence.arena.appointments.map((one) => [one.documentId, one] as const));
  const ofActivity = grouped(calls, ({ asked }) =>
    asked.kind === 'edit-activity' ? asked.activity : null,
  );
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
        ...settingsOf(
          began.get(documentId),
          here,
          ofActivity.get(began.get(documentId)?.follows ?? '') ?? [],
        ),
        callOffs: here.filter((call) => isOf(call, 'call-off') && mayHaveWorked(call)),
        stays: (held.get(documentId) ?? []).map((row) =>
          stayOf(row, concerning(row, { aboutBooking, atDesk })),
        ),
      },
    ];
  });
  return {
    ...evidence,
    appointments: new Map(appointments),
    aboutBooking,
    atDesk,
    history,
    customers: evidence.arena.customers,
    customerOf: new Map(
      rows.aggregatorIds.flatMap(({ externalId, customer }) =>
        customer === null ? [] : [[externalId, customer] as const],
      ),
    ),
  };
}
