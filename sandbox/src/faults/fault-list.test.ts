import { sessionFixture } from '../testing/session-fixture';
import type { FaultSpec } from './fault';
import { FaultList } from './fault-list';
import { validateFault } from './fault-schema';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const request = { call: 'sessions.put' as const, venueId: VENUE };

function strikes(spec: FaultSpec, requests: number): string {
  const faults = new FaultList();
  faults.add(spec);
  return Array.from({ length: requests }, () => (faults.plan(request).terminal ? 'x' : '.')).join(
    '',
  );
}

describe('FaultList', () => {
  it('strikes the same requests again for the same seed, and others for another', () => {
    const storm = (seed: number): string => strikes({ kind: 'reset', probability: 0.5, seed }, 200);
    expect(storm(7)).toBe(storm(7));
    expect(storm(7)).not.toBe(storm(8));
  });

  it('strikes about as often as the probability says', () => {
    const struck = strikes({ kind: 'reset', probability: 0.3, seed: 42 }, 10_000).match(/x/g);
    expect(struck?.length).toBeGreaterThan(2_800);
    expect(struck?.length).toBeLessThan(3_200);
  });

  it('draws the same latencies again for the same seed', () => {
    const delays = (): number[] => {
      const faults = new FaultList();
      faults.add({ kind: 'latency', ms: 100, jitterMs: 50, seed: 3 });
      return Array.from({ length: 20 }, () => faults.plan(request).delayMs);
    };
    expect(delays()).toEqual(delays());
    expect(new Set(delays()).size).toBe(20);
    expect(Math.min(...delays())).toBeGreaterThanOrEqual(100);
    expect(Math.max(...delays())).toBeLessThan(150);
  });

  it('is spent after its count', () => {
    expect(strikes({ kind: 'hang', count: 2 }, 5)).toBe('xx...');
  });

  it('keeps to its call and its venue', () => {
    const faults = new FaultList();
    faults.add({ kind: 'reset', calls: ['bookings.put'], venueId: VENUE.toUpperCase() });
    expect(faults.plan(request).terminal).toBeNull();
    expect(faults.plan({ call: 'bookings.put', venueId: 'another' }).terminal).toBeNull();
    expect(faults.plan({ call: 'bookings.put', venueId: VENUE }).terminal?.kind).toBe('reset');
  });

  it('adds up latencies and lets the first of the others win, without spending the rest', () => {
    const faults = new FaultList();
    faults.add({ kind: 'latency', ms: 10 });
    faults.add({ kind: 'status', status: 503, count: 1 });
    faults.add({ kind: 'reset', count: 1 });
    faults.add({ kind: 'latency', ms: 5 });
    expect(faults.plan(request)).toMatchObject({ delayMs: 15, terminal: { kind: 'status' } });
    expect(faults.plan(request)).toMatchObject({ delayMs: 15, terminal: { kind: 'reset' } });
    expect(faults.plan(request)).toMatchObject({ delayMs: 15, terminal: null });
  });

  it('rejects sessions by id or by class, with its own word', () => {
    const faults = new FaultList();
    faults.add({ kind: 'reject', sessionIds: ['s-9'], code: 'a' });
    faults.add({ kind: 'reject', classNames: ['Zumba'], code: 'b', detail: 'No Zumba.', count: 1 });
    expect(faults.veto(VENUE, sessionFixture({ id: 's-9' }))?.code).toBe('a');
    expect(faults.veto(VENUE, sessionFixture())).toEqual({ code: 'b', detail: 'No Zumba.' });
    expect(faults.veto(VENUE, sessionFixture())).toBeNull();
  });

  it('counts what it saw and struck, and can be taken away', () => {
    const faults = new FaultList();
    const { id } = faults.add({ kind: 'reset', count: 1 });
    faults.plan(request);
    faults.plan(request);
    expect(faults.list()).toMatchObject([{ id, seen: 1, struck: 1 }]);
    expect(faults.remove(id)).toBe(true);
    expect(faults.remove(id)).toBe(false);
    expect(faults.list()).toEqual([]);
  });
});

describe('the fault schema', () => {
  it.each([
    { kind: 'status', status: 429, retryAfter: 30, count: 3 },
    { kind: 'latency', ms: 200, probability: 0.2, seed: 5, calls: ['sessions.put'] },
    { kind: 'reject', classNames: ['Zumba'], code: 'room_unknown' },
  ])('takes %j', (spec) => {
    expect(validateFault(spec)).toBe(true);
  });

  it.each([
    {},
    { kind: 'explode' },
    { kind: 'status' },
    { kind: 'reset', ms: 5 },
    { kind: 'latency', ms: 5, probability: 1.5 },
    { kind: 'hang', calls: ['everything'] },
  ])('refuses %j', (spec) => {
    expect(validateFault(spec)).toBe(false);
  });
});
