import type { Knex } from 'knex';
import { bookingsOf } from '../support/booking-service';
import { connect } from '../support/connect';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { until } from '../support/wait';

/** What Strapi hands to the work of a transaction. */
interface Work {
  trx: Knex;
  onCommit(then: () => void): void;
}

/** Where every statement goes by. */
interface Driver {
  query(connection: unknown, statement: unknown): Promise<unknown>;
}

/** What the databases say, by code or message, when a COMMIT did not come to its end. */
const NOT_KEPT = /FOREIGN KEY|connection|ECONNRESET|EPIPE/i;

/**
 * The words of the error with which something failed. The driver of SQLite makes its errors in the
 * context of whichever test file loaded it first, and to the others they are no errors.
 */
function failureOf(saving: Promise<unknown>): Promise<string> {
  return saving.then(
    () => 'it succeeded',
    ({ code, message }: { code?: string; message: string }) => `${code}: ${message}`,
  );
}

let venue: RunningVenue;

beforeAll(async () => {
  venue = await startVenue();
}, 60_000);

afterAll(() => venue.stop());

/** The server's number of the connection that a transaction is on. */
async function connectionOf(trx: Knex): Promise<number> {
  const sql =
    venue.database.kind === 'mysql'
      ? 'SELECT connection_id() AS id'
      : 'SELECT pg_backend_pid() AS id';
  const answer = (await trx.raw(sql)) as { rows: Array<{ id: number }> } | [Array<{ id: number }>];
  const [row] = Array.isArray(answer) ? answer[0] : answer.rows;
  return row?.id ?? 0;
}

/** The server goes away under this one connection, before its COMMIT. */
async function cut(trx: Knex): Promise<void> {
  const { database } = venue;
  const id = await connectionOf(trx);
  const other = connect(database);
  await other.raw(database.kind === 'mysql' ? `KILL ${id}` : `SELECT pg_terminate_backend(${id})`);
  await other.destroy();
}

/**
 * SQLite has no server to lose: a key is looked at by the COMMIT only, and does not fit. Unlike after
 * a full disk the transaction then stays open.
 */
async function breakKey(trx: Knex): Promise<void> {
  await trx.raw('PRAGMA defer_foreign_keys = ON');
  await trx('bookings_product_lnk').insert({ booking_id: -1, product_id: -1 });
}

async function saveAndFail(trx: Knex): Promise<void> {
  await trx('products').insert({ document_id: 'never-kept', name: 'Never kept' });
  await (venue.database.kind === 'sqlite' ? breakKey(trx) : cut(trx));
}

/** The pool may hold the connection that was cut until it hears of it, so a server is asked on another. */
async function kept(): Promise<unknown> {
  const { strapi, database } = venue;
  const asked = (knex: Knex): Promise<unknown> =>
    knex('products').where({ document_id: 'never-kept' }).first('id');
  if (database.kind === 'sqlite') {
    await strapi.db.connection.raw('ROLLBACK');
    return asked(strapi.db.connection);
  }
  const other = connect(database);
  try {
    return await asked(other);
  } finally {
    await other.destroy();
  }
}

test('a transaction whose COMMIT fails has failed, and what waits for it is not called', async () => {
  const called = jest.fn();
  const saving = venue.strapi.db.transaction(async ({ trx, onCommit }: Work) => {
    onCommit(called);
    await saveAndFail(trx);
  });
  expect(await failureOf(saving)).toMatch(NOT_KEPT);
  expect(called).not.toHaveBeenCalled();
  expect(await kept()).toBeUndefined();
});

test('so has one that its caller ends by hand', async () => {
  const { get, commit } = await venue.strapi.db.transaction();
  await saveAndFail(get() as Knex);
  expect(await failureOf(commit())).toMatch(NOT_KEPT);
  expect(await kept()).toBeUndefined();
});

test('a transaction whose BEGIN fails says why, and its work is not begun', async () => {
  const client = venue.strapi.db.connection.client as { constructor: { prototype: Driver } };
  const driver = client.constructor.prototype;
  const lost = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  const query = jest.spyOn(driver, 'query');
  query.mockImplementationOnce(() => Promise.reject(lost));
  const work = jest.fn();
  await expect(venue.strapi.db.transaction(work)).rejects.toBe(lost);
  expect(query.mock.calls[0]?.[1]).toMatch(/^BEGIN/);
  expect(work).not.toHaveBeenCalled();
  query.mockRestore();
});

test('who is overtaken in every try is told to come again', async () => {
  const { transaction } = bookingsOf<Knex>(venue.strapi);
  let tries = 0;
  const work = transaction(async (trx) => {
    tries += 1;
    const lease = { name: 'twice' };
    await trx('onefit_leases').insert([
      { ...lease, document_id: 'a' },
      { ...lease, document_id: 'b' },
    ]);
  });
  await expect(work).rejects.toMatchObject({ code: 'temporarily_unavailable' });
  expect(tries).toBe(5);
});

test('no connection is left taken', async () => {
  const { pool } = venue.strapi.db.connection.client as { pool: { numUsed(): number } };
  await until('the connections to be free', () => pool.numUsed() === 0);
});

test('afterwards the venue saves as before', async () => {
  await venue.strapi.db.transaction(async ({ trx }: Work) => {
    await trx('products').insert({ document_id: 'kept', name: 'Kept' });
  });
  const row: unknown = await venue.strapi.db
    .connection('products')
    .where({ document_id: 'kept' })
    .first('name');
  expect(row).toEqual({ name: 'Kept' });
});
