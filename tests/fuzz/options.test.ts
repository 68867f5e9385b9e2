import { OptionError } from '../support/command-line';
import { readOptions } from './options';

describe('readOptions', () => {
  it('has sensible sizes of its own', () => {
    expect(readOptions([])).toMatchObject({
      db: 'sqlite',
      requests: 2000,
      lanes: 32,
      only: null,
      control: false,
    });
  });

  it('takes what is given', () => {
    expect(readOptions(['--db', 'postgres', '--seed', '7', '--only', '12'])).toMatchObject({
      db: 'postgres',
      seed: 7,
      only: 12,
    });
    expect(readOptions(['--control'])).toMatchObject({ control: true });
  });

  it.each([
    [['--db', 'oracle'], /--db must be one of/],
    [['--requests', '0'], /--requests must be a whole number/],
    [['--seed', ''], /--seed must be a whole number/],
    [['--only', '3'], /give --seed as well/],
    [['--nonsense'], /nonsense/],
  ])('refuses %j and says what can be', (args, message) => {
    expect(() => readOptions(args)).toThrow(OptionError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
