import { resolvedColumns } from './rules';
import type { ActivityRules, AppointmentOverride } from './rules';

const rules: ActivityRules = {
  aggregatorBookings: 'allowed',
  aggregatorSpotLimit: 4,
  bookingOpensHours: 48,
  bookingClosesMinutes: 15,
  cancellationPeriodHours: 8,
};

const asActivity: AppointmentOverride = {
  aggregatorBookings: 'as_activity',
  aggregatorSpotLimit: null,
};

describe('the rules on an appointment', () => {
  it('are its activity’s, with the windows in minutes', () => {
    expect(resolvedColumns(rules, asActivity)).toEqual({
      aggregator_allowed: true,
      spot_limit: 4,
      booking_opens_minutes: 48 * 60,
      booking_closes_minutes: 15,
      late_cancel_minutes: 8 * 60,
    });
  });

  it('leave booking open from the beginning where no opening is set', () => {
    const { booking_opens_minutes } = resolvedColumns(
      { ...rules, bookingOpensHours: null },
      asActivity,
    );
    expect(booking_opens_minutes).toBeNull();
    const atOnce = resolvedColumns({ ...rules, bookingOpensHours: 0 }, asActivity);
    expect(atOnce.booking_opens_minutes).toBe(0);
  });

  it.each([
    ['allowed', 'as_activity', true],
    ['not_allowed', 'as_activity', false],
    ['allowed', 'not_allowed', false],
    ['not_allowed', 'allowed', true],
  ] as const)('of an activity that is %s and an appointment that is %s', (ofAll, own, allowed) => {
    const resolved = resolvedColumns(
      { ...rules, aggregatorBookings: ofAll },
      { ...asActivity, aggregatorBookings: own },
    );
    expect(resolved.aggregator_allowed).toBe(allowed);
  });

  it('bring a limit of their own, or none, where the appointment goes its own way', () => {
    const own = { aggregatorBookings: 'allowed', aggregatorSpotLimit: 2 } as const;
    expect(resolvedColumns(rules, own).spot_limit).toBe(2);
    expect(resolvedColumns(rules, { ...own, aggregatorSpotLimit: null }).spot_limit).toBeNull();
  });

  it('leave an appointment’s own limit aside while it follows its activity', () => {
    const { spot_limit } = resolvedColumns(rules, { ...asActivity, aggregatorSpotLimit: 1 });
    expect(spot_limit).toBe(4);
  });

  it('keep the windows of the activity in any case', () => {
    const own = resolvedColumns(rules, { ...asActivity, aggregatorBookings: 'allowed' });
    expect(own).toMatchObject({
      booking_opens_minutes: 48 * 60,
      booking_closes_minutes: 15,
      late_cancel_minutes: 8 * 60,
    });
  });
});
