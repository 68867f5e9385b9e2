import type { Call } from '../calls/call';
import { changedBy, initially, possibleValues } from './setting';

function edit(invokedAt: number, answeredAt: number | null): Call {
  return {
    id: '1-1',
    server: 0,
    asked: { kind: 'edit', appointment: 's-1', capacity: 1 },
    invokedAt,
    answeredAt,
    answer:
      answeredAt === null
        ? null
        : { status: 200, code: null, retryAfter: false, booking: null, entries: [] },
    lost: answeredAt === null ? 'cut' : null,
  };
}

const began = initially(5);

describe('possibleValues', () => {
  it('gives the first value until a change is asked for, and only the new one once it is over', () => {
    const settings = [began, changedBy(edit(10, 20), 3)];
    expect(possibleValues(settings, 0, 9)).toEqual([5]);
    expect(possibleValues(settings, 21, 30)).toEqual([3]);
  });

  it('gives both while the change is under way, and for whoever overlaps with it', () => {
    const settings = [began, changedBy(edit(10, 20), 3)];
    expect(possibleValues(settings, 15, 15)).toEqual([5, 3]);
    expect(possibleValues(settings, 0, 40)).toEqual([5, 3]);
    expect(possibleValues(settings, 20, 20)).toEqual([5, 3]);
  });

  it('never counts on a change that nobody confirmed, and never forgets it either', () => {
    const settings = [began, changedBy(edit(10, null), 3)];
    expect(possibleValues(settings, 1000, 1000)).toEqual([5, 3]);
    const later = [...settings, changedBy(edit(2000, 2010), 4)];
    expect(possibleValues(later, 3000, 3000)).toEqual([3, 4]);
  });

  it('leaves open which of two overlapping changes came last', () => {
    const settings = [began, changedBy(edit(10, 20), 3), changedBy(edit(15, 25), 4)];
    expect(possibleValues(settings, 30, 30)).toEqual([3, 4]);
  });
});
