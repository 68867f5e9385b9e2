import { OptionError } from '../support/command-line';
import { readOptions } from './options';

describe('readOptions', () => {
  it('has sensible sizes of its own', () => {
    expect(readOptions([])).toMatchObject({
      db: 'sqlite',
      processes: 1,
      attempts: 1000,
      control: null,
    });
    expect(readOptions(['--db', 'postgres'])).toMatchObject({ processes: 3 });
    expect(readOptions(['--db', 'mariadb'])).toMatchObject({ db: 'mysql', processes: 3 });
  });

  it('takes a bare --control as the one of the spots', () => {
    expect(readOptions(['--control', '--db', 'mysql'])).toMatchObject({
      control: 'spots',
      db: 'mysql',
    });
    expect(readOptions(['--db', 'mysql', '--control', 'keys'])).toMatchObject({ control: 'keys' });
  });

  it.each([
    [['--db', 'oracle'], /--db must be one of/],
    [['--attempts', '0'], /--attempts must be a whole number/],
    [['--seed', ''], /--seed must be a whole number/],
    [['--db', 'sqlite', '--processes', '2'], /SQLite serves one server process/],
    [['--db', 'sqlite', '--control', 'keys'], /Use postgres or mariadb/],
    [['--nonsense'], /nonsense/],
  ])('refuses %j and says what can be', (args, message) => {
    expect(() => readOptions(args)).toThrow(OptionError);
    expect(() => readOptions(args)).toThrow(message);
  });
});
