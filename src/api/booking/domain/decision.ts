import { flag } from '../../../database/values';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import { windowsOf } from '../../appointment/domain/windows';

export type Source = 'own' | 'onefit';

/** Why a place is refused, in the order in which reasons are given when several apply. */
export type BookingRefusal =
  | 'appointment_cancelled'
  | 'not_offered'
  | 'booking_window_closed'
  | 'already_booked'
  | 'appointment_full';

/** What a decision needs to know beside the appointment itself. */
export interface BookingFacts {
  source: Source;
  now: Date;
  /** Whether the customer holds an active place in this appointment. */
  holdsPlace: boolean;
  /** Whether aggregators are served at all just now, whatever the activity's rule says. */
  aggregatorsServed: boolean;
}

/** Whether one more place is free for this source: by capacity and, for Onefit, by its limit. */
export function hasFreeSpot(
  row: Pick<AppointmentRow, 'capacity' | 'booked' | 'booked_by_aggregator' | 'spot_limit'>,
  source: Source,
): boolean {
  if (row.booked >= row.capacity) return false;
  return source === 'own' || row.spot_limit === null || row.booked_by_aggregator < row.spot_limit;
}

function windowClosed(row: AppointmentRow, now: Date): boolean {
  const { opensAt, closesAt } = windowsOf(row);
  return now >= closesAt || (opensAt !== null && now < opensAt);
}

/**
 * Decides whether a place may be given, from facts alone: null = yes, else the first reason in
 * the contract's order. Rule, window and limit bind aggregators; staff are bound by the capacity,
 * the cancellation and one place per customer.
 */
export function refusalOf(row: AppointmentRow, facts: BookingFacts): BookingRefusal | null {
  if (row.state === 'cancelled') return 'appointment_cancelled';
  if (facts.source === 'onefit') {
    if (!facts.aggregatorsServed || !flag(row.aggregator_allowed)) return 'not_offered';
    if (windowClosed(row, facts.now)) return 'booking_window_closed';
  }
  if (facts.holdsPlace) return 'already_booked';
  return hasFreeSpot(row, facts.source) ? null : 'appointment_full';
}
