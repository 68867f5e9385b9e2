import type { BookingOutcome, ItemResult } from '../contract/types';
import { isCancelled } from './records';
import type { BookingRecord, VenueRecord, Violation } from './records';
import type { OnefitStore } from './store';
import type { Arrival } from './receive-sessions';

/** Takes what the venue says became of bookings: one outcome for each, in order. */
export function receiveBookings(
  store: OnefitStore,
  venue: VenueRecord,
  outcomes: readonly BookingOutcome[],
  arrival: Arrival,
): ItemResult[] {
  const results = outcomes.map((outcome) => receiveOne(store, venue, outcome, arrival));
  store.changed();
  return results;
}

function receiveOne(
  store: OnefitStore,
  venue: VenueRecord,
  outcome: BookingOutcome,
  arrival: Arrival,
): ItemResult {
  const { id } = outcome;
  const at = arrival.at.toISOString();
  const reject = (code: string, detail: string): ItemResult => ({
    id,
    outcome: 'rejected',
    code,
    detail,
  });
  const note = (rule: Violation['rule'], detail: string): void =>
    store.addViolation({ at, rule, venueId: venue.venueId, subject: id, detail });

  const booking = findOrAdopt(store, venue, outcome);
  if (!booking) return reject('booking_unknown', 'Onefit made no such booking at this venue.');
  if (booking.sessionId !== outcome.sessionId) {
    return reject('booking_mismatch', 'The booking is of another session.');
  }
  if (booking.version >= outcome.version) {
    if (booking.version > outcome.version) {
      note('booking_version_fell', `Version ${outcome.version} came after ${booking.version}.`);
    }
    return { id, outcome: 'stale' };
  }
  if (isCancelled(booking.status) && outcome.status !== booking.status) {
    note('booking_returned', `${outcome.status} came after ${booking.status}.`);
    return reject('booking_cancelled', `The booking is ${booking.status}, and that is final.`);
  }
  booking.status = outcome.status;
  booking.version = outcome.version;
  booking.modifiedAt = outcome.modifiedAt;
  booking.steps.push({ at, status: outcome.status, source: 'push', version: outcome.version });
  return { id, outcome: 'accepted' };
}

function findOrAdopt(
  store: OnefitStore,
  venue: VenueRecord,
  outcome: BookingOutcome,
): BookingRecord | null {
  const known = store.bookings.get(outcome.id);
  if (known) return known.venueId === venue.venueId ? known : null;
  if (!store.acceptUnknownBookings) return null;
  const adopted: BookingRecord = {
    id: outcome.id,
    venueId: venue.venueId,
    sessionId: outcome.sessionId,
    member: { id: 'unknown', firstName: 'Unknown', lastName: 'member' },
    status: 'confirmed',
    version: 0,
    modifiedAt: null,
    steps: [],
  };
  store.bookings.set(outcome.id, adopted);
  return adopted;
}
