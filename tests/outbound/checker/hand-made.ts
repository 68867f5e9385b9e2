import type { HeldSession } from '../../loop/onefit';
import type { Receipt } from './at-onefit';
import type { Evidence } from './evidence';
import { expectedSession } from './expected-session';
import type { SessionFacts } from './expected-session';

/** Facts and evidence made by hand, to see what the checks say of them. */

export const FACTS: SessionFacts = {
  appointment: {
    document_id: 's-1',
    activity_key: 'a-1',
    venue_key: 'v-1',
    state: 'scheduled',
    starts_at: new Date('2027-03-28T07:30:00Z'),
    ends_at: new Date('2027-03-28T08:30:00.700Z'),
    room: 'Hall 2',
    teacher: null,
    capacity: 16,
    aggregator_bookings: 'as_activity',
    aggregator_spot_limit: 1,
    cancelled_at: null,
    cancellation_reason: null,
  },
  activity: {
    document_id: 'a-1',
    name: 'Yoga',
    kind: 'class',
    description: null,
    aggregator_bookings: 'allowed',
    aggregator_spot_limit: 4,
    booking_opens_hours: 24,
    booking_closes_minutes: 15,
    cancellation_period_hours: 8,
  },
  venue: { document_id: 'v-1', uuid: 'u-1', name: 'Centrum', time_zone: 'Europe/Amsterdam' },
  bookings: [
    { source: 'onefit', state: 'confirmed', appointment_key: 's-1', external_id: 'b-1' },
    { source: 'onefit', state: 'checked_in', appointment_key: 's-1', external_id: 'b-2' },
    { source: 'onefit', state: 'late_cancelled', appointment_key: 's-1', external_id: 'b-3' },
    { source: 'own', state: 'no_show', appointment_key: 's-1', external_id: null },
  ],
  orderActive: true,
};

/** The session that Onefit should hold of {@link FACTS}. */
export function heldOf(facts: SessionFacts = FACTS, version = 7): HeldSession {
  return { ...expectedSession(facts), version };
}

/** Receipts of these versions, one a request; a version with a status, or `scheduled`. */
export function received(...versions: Array<number | [number, string]>): Receipt[] {
  return versions.map((entry, index) => {
    const [version, status] = typeof entry === 'number' ? [entry, 'scheduled'] : entry;
    const at = new Date(index * 1000).toISOString();
    return { at, arrival: index + 1, version, status, outcome: 'accepted' };
  });
}

/** What one storm left behind: one appointment, held by Onefit exactly as it is, unless `more` says so. */
export function evidence(more: Partial<Evidence> = {}, facts: SessionFacts = FACTS): Evidence {
  const bookings = facts.bookings.flatMap(({ external_id, state }) =>
    external_id === null ? [] : [{ id: external_id, venueId: facts.venue.uuid, status: state }],
  );
  return {
    venue: facts.venue,
    notes: {
      venue: facts.venue.uuid,
      neverOffered: new Set(),
      unseen: new Set(),
      lost: new Set(),
      unlinked: [],
      surprises: [],
      repeats: 0,
      moves: 0,
    },
    rows: {
      venues: [facts.venue],
      activities: [facts.activity],
      appointments: [facts.appointment],
      bookings: facts.bookings,
      records: [],
      linked: new Set([facts.venue.document_id]),
      orderActive: facts.orderActive,
    },
    sessions: [{ id: 's-1', held: heldOf(facts), received: received(7) }],
    atOnefit: { venues: [], bookings, violations: [], counts: {} },
    ...more,
  };
}
