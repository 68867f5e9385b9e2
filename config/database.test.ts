import { env } from '@strapi/utils';
import database from './database';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

function patienceOn(client: string, set?: string): number {
  process.env.DATABASE_CLIENT = client;
  if (set === undefined) delete process.env.DATABASE_ACQUIRE_TIMEOUT;
  else process.env.DATABASE_ACQUIRE_TIMEOUT = set;
  return database({ env }).connection.acquireConnectionTimeout;
}

test.each(['sqlite', 'postgres', 'mysql'])(
  'a connection is waited for five seconds, or as long as is said: %s',
  (client) => {
    expect(patienceOn(client)).toBe(5_000);
    expect(patienceOn(client, '20000')).toBe(20_000);
  },
);
