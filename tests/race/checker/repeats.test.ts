import { HandMade } from './hand-made';

const ALIKE = 'repeats are answered alike';

function altered(run: HandMade, change: Record<string, string>) {
  const call = run.book('b-1', 'm-1', [20, 30], 200);
  if (call.answer?.booking) call.answer.booking = { ...call.answer.booking, ...change };
}

function booked(): HandMade {
  const run = new HandMade();
  run.book('b-1', 'm-1', [0, 10]);
  run.row('b-1', 'm-1');
  return run;
}

describe('a repeat', () => {
  it('says the same', () => {
    const run = booked();
    altered(run, {});
    expect(run.broken()).toEqual([]);
  });

  it('says nothing new while nothing changed the booking', () => {
    const run = booked();
    altered(run, { modifiedAt: '2026-11-22T06:00:01Z' });
    expect(run.broken()).toEqual([ALIKE]);
  });

  it('may differ where a change can have come between, even one that was never answered', () => {
    const run = booked();
    altered(run, { modifiedAt: '2026-11-22T06:00:01Z' });
    run.call({ kind: 'check-in', booking: 'b-1' }, [5, null], null);
    expect(run.broken()).toEqual([]);
  });

  it('never differs in when it was booked, nor goes back in time', () => {
    const run = booked();
    run.call({ kind: 'check-in', booking: 'b-1' }, [5, null], null);
    altered(run, { bookedAt: '2026-11-22T06:00:01Z' });
    expect(run.broken()).toEqual([ALIKE]);
    run.evidence.calls.pop();
    altered(run, { modifiedAt: '2026-11-22T05:59:59Z' });
    expect(run.broken()).toEqual([ALIKE]);
  });

  it('is no mismatch with the body that was taken, and one with any other', () => {
    const run = booked();
    run.book('b-1', 'm-2', [20, 30], [422, 'booking_mismatch']);
    expect(run.broken()).toEqual([]);
    run.book('b-1', 'm-1', [40, 50], [422, 'booking_mismatch']);
    expect(run.broken()).toEqual([ALIKE]);
  });
});
