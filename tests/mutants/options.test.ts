import { OptionError } from '../support/command-line';
import { BOOKING_MUTANTS } from './booking-mutants';
import { chosen } from './options';
import { SYNC_MUTANTS } from './sync-mutants';

const ALL = [...BOOKING_MUTANTS, ...SYNC_MUTANTS];
const namesOf = (...args: string[]) => chosen(args, ALL).map(({ name }) => name);

describe('which mutants a run takes', () => {
  it('is all of them', () => {
    expect(namesOf().toSorted()).toEqual(ALL.map(({ name }) => name).toSorted());
  });

  it.each([1, 2, 5, 7, ALL.length])('is each once in one of %i shards', (of) => {
    const shards = Array.from({ length: of }, (_, index) =>
      namesOf('--shard', `${index + 1}/${of}`),
    );
    expect(shards.flat().toSorted()).toEqual(namesOf().toSorted());
    const sizes = shards.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('is those with a text in their name', () => {
    expect(namesOf('--only', 'one booking more')).toEqual([
      'one booking more than there are spots',
    ]);
  });

  it.each([
    ['--only', 'no such name'],
    ['--shard', '0/5'],
    ['--shard', '6/5'],
    ['--shard', '2'],
    ['--shard', '1/1000'],
    ['--every', 'one'],
  ])('cannot be told by %s %s', (...args) => {
    expect(() => namesOf(...args)).toThrow(OptionError);
  });
});
