const MINUTES_PER_HOUR = 60;

/** The rules that an activity sets for its appointments. */
export interface ActivityRules {
  aggregatorBookings: 'not_allowed' | 'allowed';
  aggregatorSpotLimit: number | null;
  bookingOpensHours: number | null;
  bookingClosesMinutes: number;
  cancellationPeriodHours: number;
}

/** What one appointment says instead of its activity. */
export interface AppointmentOverride {
  aggregatorBookings: 'as_activity' | 'not_allowed' | 'allowed';
  aggregatorSpotLimit: number | null;
}

/** The windows of booking, as minutes before the start. */
export function windowColumns(rules: ActivityRules) {
  return {
    booking_opens_minutes:
      rules.bookingOpensHours === null ? null : rules.bookingOpensHours * MINUTES_PER_HOUR,
    booking_closes_minutes: rules.bookingClosesMinutes,
    late_cancel_minutes: rules.cancellationPeriodHours * MINUTES_PER_HOUR,
  };
}

/**
 * The rules as they are stored on one appointment, so that a booking reads one row. An appointment
 * that goes its own way (`allowed` or `not_allowed`) brings its own spot limit too.
 */
export function resolvedColumns(rules: ActivityRules, override: AppointmentOverride) {
  const own = override.aggregatorBookings !== 'as_activity';
  return {
    ...windowColumns(rules),
    aggregator_allowed: (own ? override : rules).aggregatorBookings === 'allowed',
    spot_limit: (own ? override : rules).aggregatorSpotLimit,
  };
}
