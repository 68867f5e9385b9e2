import { isTransient } from './errors';

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
