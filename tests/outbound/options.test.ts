import { OptionError } from '../support/command-line';
import { readOptions } from './options';

describe('the command line', () => {
  it('runs everything that SQLite can, by default', () => {
    expect(readOptions(['--seed', '7'])).toEqual({
      db: 'sqlite',
      parts: ['storms', 'controls', 'scale'],
      storms: 50,
      minutes: 60,
      moves: 30,
      atOnce: 25,
      seed: 7,
      processes: 1,
    });
  });

  it('takes a few parts, and several processes, on a database server', () => {
    const { parts, processes } = readOptions(
      '--db postgres --part storms,instances --processes 3'.split(' '),
    );
    expect({ parts, processes }).toEqual({ parts: ['storms', 'instances'], processes: 3 });
  });

  it.each([
    ['--db oracle', '--db must be one of: sqlite, postgres, mariadb, mysql.'],
    ['--part races', '--part must be one of: storms, controls, scale, instances.'],
    ['--storms 0', '--storms must be a whole number from 1 to 100000.'],
    ['--processes 2', 'SQLite serves one process: --processes must be 1 there.'],
    ['--part instances', 'Several instances are promised on PostgreSQL: use --db postgres.'],
  ])('refuses %s, and says what can be', (line, message) => {
    expect(() => readOptions(line.split(' '))).toThrow(new OptionError(message));
  });
});
