/**
 * Ways of breaking the venue that a test must notice, each the mistake that a promise is about.
 * Loaded before the project, as `points.mjs` is; `FAULT_CONTROL` chooses one.
 */
import diagnostics from 'node:diagnostics_channel';
import { openSync } from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { pass } from './points.mjs';

const require = createRequire(import.meta.url);
const COMMITTED_LATE_MS = 60;
const FORWARDED_LATE_MS = 1_500;
const LEAKED_BYTES = 256 * 1024;
const ANSWERS_A_HANDLE = 5;

/** Whoever waits for a commit goes on before it: what is answered then may be gone. */
function earlyAnswer() {
  const Transaction = require('knex/lib/execution/transaction.js');
  const Client = require('knex/lib/client.js');
  const { query } = Transaction.prototype;
  const release = Client.prototype.releaseConnection;
  const late = new WeakMap();
  // Everything must be there before the first booking: a venue that does not start proves nothing.
  let books = false;
  diagnostics.subscribe('http.server.request.start', ({ request }) => {
    books ||= request.url.includes('/bookings/');
  });
  Transaction.prototype.query = function (connection, sql, status, value) {
    if (!books || !sql.startsWith('COMMIT')) {
      return query.call(this, connection, sql, status, value);
    }
    // The transaction itself takes nothing more, once it is over.
    const commit = () => this.client.query(connection, sql);
    late.set(connection, sleep(COMMITTED_LATE_MS).then(commit));
    this._completed = true;
    this._resolver(value);
    return Promise.resolve();
  };
  Client.prototype.releaseConnection = async function (connection) {
    await late.get(connection);
    late.delete(connection);
    return release.call(this, connection);
  };
}

const COUNTING = /UPDATE appointments SET (.*?)\s+WHERE id = /;

/** A booking is committed before its spot is counted; for PostgreSQL, where one statement does both. */
function tornTransaction() {
  const Client = require('knex/lib/client.js');
  const { query } = Client.prototype;
  const owed = new WeakMap();
  Client.prototype.query = async function (connection, asked) {
    const sql = typeof asked === 'string' ? asked : asked.sql;
    const counting = COUNTING.exec(sql);
    if (counting) {
      const later = `UPDATE appointments SET ${counting[1]} WHERE id = ${Number(asked.bindings[0])};`;
      owed.set(connection, later);
      const uncounted = sql.replace(counting[1], 'booked = booked');
      return query.call(this, connection, { ...asked, sql: uncounted });
    }
    const answer = await query.call(this, connection, asked);
    if (sql.startsWith('COMMIT') && owed.has(connection)) {
      const later = owed.get(connection);
      owed.delete(connection);
      pass('before-counting');
      await query.call(this, connection, later);
    }
    if (sql.startsWith('ROLLBACK')) owed.delete(connection);
    return answer;
  };
}

/** Whoever was answered acknowledges, whether the claim is still theirs or not; for PostgreSQL. */
function lostLease() {
  const Client = require('knex/lib/client.js');
  const { query } = Client.prototype;
  Client.prototype.query = function (connection, asked) {
    const sql = asked?.sql;
    if (!/^UPDATE onefit_sync_records AS held SET [^]*acknowledged_version = /.test(sql ?? '')) {
      return query.call(this, connection, asked);
    }
    const anyones = sql.replace(/held\.lease_token = (\?|\$\d+)/, '$1::text IS NOT NULL');
    return query.call(this, connection, { ...asked, sql: anyones });
  };
}

const kept = [];

/** Every answer leaves something in memory, which nobody gives back. */
function leakMemory() {
  const { end } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.end = function (...rest) {
    kept.push(Buffer.alloc(LEAKED_BYTES, 1));
    return end.apply(this, rest);
  };
}

/** Now and then an answer leaves a file open. */
function leakHandles() {
  const { end } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.end = function (...rest) {
    kept.push(null);
    if (kept.length % ANSWERS_A_HANDLE === 0) openSync('/dev/null', 'r');
    return end.apply(this, rest);
  };
}

async function textOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Stands for Onefit inside the venue: takes everything at once, and passes it on later.
 *
 * @param repeating whether all earlier batches come once more after each new one
 */
async function acknowledgeFirst(delayMs, repeating) {
  const earlier = [];
  const onefit = process.env.ONEFIT_BASE_URL;
  const server = http.createServer(async (request, response) => {
    const { method, url, headers } = request;
    const body = await textOf(request);
    const ofThisHop = ['connection', 'content-length', 'host'];
    const kept = Object.fromEntries(
      Object.entries(headers).filter(([name]) => !ofThisHop.includes(name)),
    );
    const forward = () =>
      fetch(`${onefit}${url}`, { method, headers: kept, ...(method === 'GET' ? {} : { body }) });
    if (method === 'GET') {
      const answer = await forward();
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      return response.end(await answer.text());
    }
    const batches = [forward, ...(repeating ? earlier : [])];
    earlier.push(forward);
    void (async () => {
      await sleep(delayMs);
      pass('before-forwarded-call');
      for (const send of batches) await send().catch(() => {});
    })();
    const { sessions, bookings } = JSON.parse(body);
    const results = (sessions ?? bookings).map(({ id }) => ({ id, outcome: 'accepted' }));
    response.writeHead(200, { 'Content-Type': 'application/json' });
    return response.end(JSON.stringify({ results }));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  process.env.ONEFIT_BASE_URL = `http://127.0.0.1:${server.address().port}`;
}

export const CONTROLS = {
  'early-answer': earlyAnswer,
  'torn-transaction': tornTransaction,
  'lost-lease': lostLease,
  'leak-memory': leakMemory,
  'leak-handles': leakHandles,
  'early-acknowledgement': () => acknowledgeFirst(FORWARDED_LATE_MS, false),
  'out-of-order': () => acknowledgeFirst(0, true),
};
