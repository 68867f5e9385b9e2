import type { Booking, BookingStatus } from '../contract/types';
import type { BookingRecord } from '../onefit/records';
import { OnefitStore } from '../onefit/store';
import { applyAnswer } from './apply-answer';

const EARLY = '2026-11-22T07:00:00+01:00';
const LATE = '2026-11-22T07:00:01+01:00';

function settle(
  held: BookingStatus,
  heldSince: string,
  answered: BookingStatus,
  answeredSince: string,
): { status: string; broken: string[] } {
  const store = new OnefitStore();
  const record: BookingRecord = {
    id: 'b-1',
    venueId: 'v',
    sessionId: 's-1',
    member: { id: 'm-1', firstName: 'Sam', lastName: 'Visser' },
    status: held,
    version: 1,
    modifiedAt: heldSince,
    steps: [],
  };
  const answer: Booking = {
    id: 'b-1',
    sessionId: 's-1',
    status: answered,
    member: { id: 'm-1' },
    product: 'Onefit',
    bookedAt: EARLY,
    modifiedAt: answeredSince,
  };
  applyAnswer(store, record, answer);
  return { status: record.status, broken: store.violations.map(({ rule }) => rule) };
}

describe('applyAnswer', () => {
  it("lets the venue's newer word stand against an answer that came later but is older", () => {
    expect(settle('cancelled_by_venue', LATE, 'confirmed', EARLY)).toEqual({
      status: 'cancelled_by_venue',
      broken: [],
    });
  });

  it('takes a newer answer', () => {
    expect(settle('confirmed', EARLY, 'late_cancelled', LATE).status).toBe('late_cancelled');
  });

  it('keeps a cancellation of the same instant', () => {
    expect(settle('cancelled_by_venue', EARLY, 'confirmed', EARLY).status).toBe(
      'cancelled_by_venue',
    );
  });

  it('notes a booking that came back to life', () => {
    expect(settle('cancelled', EARLY, 'confirmed', LATE).broken).toEqual(['booking_returned']);
  });
});
