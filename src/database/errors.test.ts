import { isPoolExhausted, isTransient } from './errors';

test.each([
  'Connection terminated unexpectedly',
  'BEGIN; - Connection terminated unexpectedly',
  'select "id" from "customers" where "id" = $1 - Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  "insert into `bookings` - Can't add new command when connection is in closed state",
])(
  'a connection that is gone is worth another try, whatever statement stands before it: %s',
  (said) => {
    expect(isTransient(new Error(said))).toBe(true);
  },
);

test.each([
  'duplicate key value violates unique constraint',
  'select 1 from "Connection terminated"',
  '',
])('any other error without a code is none: %s', (said) => {
  expect(isTransient(new Error(said))).toBe(false);
});

test('a pool without a free connection is told from all else, and passes', () => {
  const full = Object.assign(new Error('Knex: Timeout'), { name: 'KnexTimeoutError' });
  expect([isPoolExhausted(full), isTransient(full)]).toEqual([true, true]);
  const deadlock = Object.assign(new Error('deadlock'), { code: '40P01' });
  expect([isPoolExhausted(deadlock), isTransient(deadlock)]).toEqual([false, true]);
  expect([isPoolExhausted(null), isPoolExhausted('x')]).toEqual([false, false]);
});
