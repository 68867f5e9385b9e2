import type { Sample } from './samples';
import { judge } from './verdict';

function sample(index: number, more: Partial<Sample> = {}): Sample {
  return {
    at: index * 10,
    calls: index * 100,
    usedMb: 90,
    residentMb: 250,
    delayP50: 11,
    delayP99: 40,
    delayBeside: 11,
    handles: 60,
    rows: { appointments: 10, bookings: index * 50, onefit_sync_records: 10, onefit_leases: 4 },
    ...more,
  };
}

const NIGHTS = [{ forgotten: 40, left: 0 }];

function broken(of: (index: number) => Partial<Sample>, nights = NIGHTS): string[] {
  const samples = Array.from({ length: 12 }, (_, index) => sample(index, of(index)));
  return judge(samples, nights)
    .filter(({ holds }) => !holds)
    .map(({ name }) => name);
}

test('a venue that keeps what it must and no more is found sound', () => {
  expect(broken(() => ({}))).toEqual([]);
});

test.each<[string, (index: number) => Partial<Sample>]>([
  ['memory in use, in MB', (index) => ({ usedMb: 90 + index * 4 })],
  ['resident memory, in MB', (index) => ({ residentMb: 250 + index * 20 })],
  ['open handles', (index) => ({ handles: 60 + index * 3 })],
  ['delay of the event loop, half of the time, in ms', () => ({ delayP50: 120 })],
  ['rows that the calls left', (index) => ({ rows: { booking_changes: index * 900 } })],
  ['sync records: one a session or booking', () => ({ rows: { onefit_sync_records: 11 } })],
  ['leases: one a job', () => ({ rows: { onefit_leases: 21 } })],
  ['calls were answered', () => ({ calls: 0 })],
])('what grows without end is found: %s', (name, of) => {
  expect(broken(of)).toContain(name);
});

test('a night that forgets nothing, or leaves something old, is found', () => {
  expect(broken(() => ({}), [{ forgotten: 0, left: 0 }])).toEqual(['nights forgot what was old']);
  expect(broken(() => ({}), [...NIGHTS, { forgotten: 3, left: 1 }])).toEqual([
    'rows that are older than they are kept, after a night',
  ]);
});

test('too few samples are no verdict', () => {
  expect(() => judge([sample(0), sample(1)], NIGHTS)).toThrow('Too few samples');
});
