import { OptionError } from '../support/command-line';
import { readOptions } from './options';

const ALL = ['signature', 'recurrence'];

describe('what is mutated', () => {
  it('is every group, one mutant at a time', () => {
    expect(readOptions([], ALL)).toEqual({ groups: ALL, atOnce: 1 });
  });

  it('is the group that is named, as many mutants at once as are asked for', () => {
    const args = ['--group', 'recurrence', '--at-once', '4'];
    expect(readOptions(args, ALL)).toEqual({ groups: ['recurrence'], atOnce: 4 });
  });

  it('is each of several groups once, in the order of the list', () => {
    const more = ['one', ...ALL];
    const args = ['recurrence', 'one', 'recurrence'].flatMap((name) => ['--group', name]);
    expect(readOptions(args, more).groups).toEqual(['one', 'recurrence']);
  });

  it('tells the names of the groups to who gives another', () => {
    expect(() => readOptions(['--group', 'dates'], ALL)).toThrow('signature, recurrence');
  });

  it.each([
    ['--group', ''],
    ['--at-once', '0'],
    ['--at-once', 'two'],
    ['--grop', 'signature'],
    ['signature', ''],
  ])('cannot be told by %s %j', (...args) => {
    expect(() => readOptions(args, ALL)).toThrow(OptionError);
  });
});
