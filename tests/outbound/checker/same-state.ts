import { isDeepStrictEqual } from 'node:util';
import type { SessionAtOnefit } from './at-onefit';
import type { Evidence, Finding } from './evidence';
import { expectedSession, isOffered } from './expected-session';
import type { ExpectedSession, SessionFacts } from './expected-session';
import type { BookingRow } from './venue-rows';

/** The facts of every appointment of the storm's venue. */
function factsOf({ rows, venue }: Evidence): SessionFacts[] {
  const activities = new Map(rows.activities.map((row) => [row.document_id, row]));
  const bookings = new Map<string | null, BookingRow[]>();
  for (const row of rows.bookings) {
    bookings.set(row.appointment_key, [...(bookings.get(row.appointment_key) ?? []), row]);
  }
  return rows.appointments
    .filter((row) => row.venue_key === venue.document_id)
    .map((appointment) => {
      const activity = activities.get(appointment.activity_key);
      if (!activity) throw new Error(`${appointment.document_id} has no activity.`);
      return {
        appointment,
        activity,
        venue,
        bookings: bookings.get(appointment.document_id) ?? [],
        orderActive: rows.orderActive,
      };
    });
}

/** The fields in which what is held is not what was expected, as `field: held ≠ expected`. */
function differences(held: SessionAtOnefit['held'], expected: ExpectedSession): string[] {
  if (held === null) return ['held: nothing'];
  return Object.entries(expected).flatMap(([field, wanted]) => {
    const found: unknown = held[field as keyof ExpectedSession];
    return isDeepStrictEqual(found, wanted)
      ? []
      : [`${field}: ${JSON.stringify(found)} ≠ ${JSON.stringify(wanted)}`];
  });
}

/** Nothing may be sent of a venue that is not linked, so nothing is claimed of it. */
export function isLinked({ rows, venue }: Evidence): boolean {
  return rows.linked.has(venue.document_id);
}

/** A session of an appointment that is gone: no longer offered, and never bookable. */
function ofDeleted({ id, held }: SessionAtOnefit): Finding[] {
  const gone = held === null || (held.status !== 'scheduled' && held.availableSpots === 0);
  return gone ? [] : [{ subject: id, what: `the appointment is deleted, held: ${held.status}` }];
}

/**
 * Whether Onefit holds every session of a venue exactly as the venue has it. One that Onefit has
 * never accepted needs to be there only while it is offered.
 *
 * @param leaveOut appointments that are not looked at, by document id
 */
export function sameSessions(evidence: Evidence, leaveOut: ReadonlySet<string>): Finding[] {
  if (!isLinked(evidence)) return [];
  const held = new Map(evidence.sessions.map((session) => [session.id, session]));
  const findings: Finding[] = [];
  for (const facts of factsOf(evidence)) {
    const { document_id: subject } = facts.appointment;
    const known = held.get(subject);
    held.delete(subject);
    if (leaveOut.has(subject)) continue;
    const expected = expectedSession(facts);
    const needed = isOffered(facts) && expected.status === 'scheduled';
    if (!known?.held && !needed) continue;
    const found = differences(known?.held ?? null, expected);
    if (found.length > 0) findings.push({ subject, what: found.join('; ') });
  }
  const deleted = [...held.values()].filter(({ id }) => !leaveOut.has(id));
  return [...findings, ...deleted.flatMap(ofDeleted)];
}

/** How many sessions there are to compare: those that Onefit should hold, and those that it knows. */
export function countSessions(evidence: Evidence): number {
  const known = evidence.sessions.map(({ id }) => id);
  const needed = factsOf(evidence)
    .filter((facts) => isOffered(facts) && facts.appointment.state === 'scheduled')
    .map(({ appointment }) => appointment.document_id);
  return new Set([...known, ...needed]).size;
}

/** What became of a booking on the venue's side, which Onefit is to be told. */
const VENUE_OUTCOMES = ['cancelled_by_venue', 'checked_in', 'no_show'];

/** Whether Onefit knows of each of its bookings what the venue made of it. */
export function sameOutcomes(evidence: Evidence): Finding[] {
  const { rows, venue, atOnefit } = evidence;
  if (!isLinked(evidence)) return [];
  const known = new Map(atOnefit.bookings.map((booking) => [booking.id, booking]));
  const ofVenue = new Set(
    rows.appointments
      .filter((row) => row.venue_key === venue.document_id)
      .map((row) => row.document_id),
  );
  return rows.bookings.flatMap(({ external_id, appointment_key, state }) => {
    if (external_id === null || appointment_key === null) return [];
    if (!ofVenue.has(appointment_key) || !VENUE_OUTCOMES.includes(state)) return [];
    const status = known.get(external_id)?.status;
    return status === state
      ? []
      : [{ subject: external_id, what: `booking ${status ?? 'unknown'} ≠ ${state}` }];
  });
}
