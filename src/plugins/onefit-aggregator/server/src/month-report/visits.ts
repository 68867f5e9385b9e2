import type { VisitOutcome } from '../../../shared/month-report';
import type { BookingState } from '../venue/ports';

/** A booking of Onefit with its history, as a report is made from it. */
export interface BookingFacts {
  documentId: string;
  /** document id of the appointment */
  appointment: string;
  startsAt: Date;
  endsAt: Date;
  /** when Onefit's cancellation period starts */
  lateFrom: Date;
  /** oldest first */
  changes: Array<{ state: BookingState; at: Date }>;
}

/** What a booking counts as. */
export interface Visit {
  facts: BookingFacts;
  /** held a spot when the cancellation period started */
  expected: boolean;
  outcome: VisitOutcome;
}

const HOLDS_A_SPOT: readonly BookingState[] = ['confirmed', 'checked_in', 'no_show'];

function stateBefore({ changes }: BookingFacts, instant: Date): BookingState | null {
  return changes.filter(({ at }) => at < instant).at(-1)?.state ?? null;
}

function holdsASpot(state: BookingState | null): boolean {
  return state !== null && HOLDS_A_SPOT.includes(state);
}

/** When a booking took its spot; null for one that was cancelled before it came. */
function tookSpotAt({ changes }: BookingFacts): Date | null {
  return changes.find(({ state }) => holdsASpot(state))?.at ?? null;
}

function cancelledAt({ changes }: BookingFacts): number {
  return changes.at(-1)?.at.getTime() ?? 0;
}

function outcomeOf(facts: BookingFacts, settled: boolean): VisitOutcome {
  switch (facts.changes.at(-1)?.state) {
    case 'checked_in':
      return 'checked_in';
    case 'no_show':
      return 'no_show';
    case 'late_cancelled':
      return 'late_cancelled';
    case 'cancelled_by_venue':
      return 'ended_by_venue';
    case 'confirmed':
      // Nobody checked the member in while that was possible: to Onefit a no-show.
      return settled ? 'no_show' : 'open';
    default:
      return 'cancelled';
  }
}

function byAppointment(visits: Visit[]): Iterable<Visit[]> {
  const groups = new Map<string, Visit[]>();
  for (const visit of visits) {
    const group = groups.get(visit.facts.appointment);
    if (group) group.push(visit);
    else groups.set(visit.facts.appointment, [visit]);
  }
  return groups.values();
}

/**
 * Marks the late cancellations of one appointment whose spot another booking of Onefit took
 * afterwards: each such booking refills one, the oldest first.
 */
function markRefilled(visits: Visit[]): void {
  const late = visits
    .filter(({ outcome }) => outcome === 'late_cancelled')
    .sort((one, other) => cancelledAt(one.facts) - cancelledAt(other.facts));
  const arrivals = visits
    .filter(({ outcome }) => outcome !== 'cancelled' && outcome !== 'ended_by_venue')
    .map(({ facts }) => tookSpotAt(facts)?.getTime() ?? null)
    .filter((at) => at !== null)
    .sort((one, other) => one - other);
  for (const at of arrivals) {
    const freed = late[0];
    if (!freed) return;
    if (cancelledAt(freed.facts) >= at) continue;
    freed.outcome = 'late_refilled';
    late.shift();
  }
}

/**
 * What each booking counts as. Rules: docs/month-report.md.
 *
 * @param until changes after this instant do not count
 * @param settled whether a booking that nobody checked in is a no-show by now
 */
export function visitsOf(bookings: BookingFacts[], until: Date, settled: boolean): Visit[] {
  const visits = bookings
    .map((facts) => ({ ...facts, changes: facts.changes.filter(({ at }) => at <= until) }))
    .filter(({ changes }) => changes.length > 0)
    .map((facts): Visit => {
      const outcome = outcomeOf(facts, settled);
      const held = holdsASpot(stateBefore(facts, facts.lateFrom));
      return { facts, outcome, expected: held && outcome !== 'ended_by_venue' };
    });
  for (const together of byAppointment(visits)) markRefilled(together);
  return visits;
}
