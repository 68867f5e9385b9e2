/**
 * Named points of a venue's work at which a test stops it, on the spot: `{ at, passes, signal }` over
 * the channel arms one, and the so-manieth time that the process comes by it sends itself the signal.
 *
 * Only tests load this, before the project. It looks at Node's and knex's own seams, so that nothing
 * in the product knows of it.
 */
import diagnostics from 'node:diagnostics_channel';
import http from 'node:http';
import { createRequire } from 'node:module';

let armed = null;

process.on('message', (message) => {
  if (typeof message?.at === 'string') armed = { ...message };
});

/** Says that the process comes by a point. */
export function pass(point) {
  if (armed?.at !== point) return;
  armed.passes -= 1;
  if (armed.passes > 0) return;
  const { signal } = armed;
  armed = null;
  process.kill(process.pid, signal);
}

const require = createRequire(import.meta.url);

/** Whatever is decided is decided in a transaction: before and after its COMMIT. */
function watchCommits(Transaction) {
  const { query } = Transaction.prototype;
  Transaction.prototype.query = function (connection, sql, ...rest) {
    if (!sql.startsWith('COMMIT')) return query.call(this, connection, sql, ...rest);
    pass('before-commit');
    const { trxClient } = this;
    const send = trxClient.query;
    trxClient.query = async (...asked) => {
      const answer = await send.apply(trxClient, asked);
      pass('after-commit');
      return answer;
    };
    return query.call(this, connection, sql, ...rest);
  };
}

watchCommits(require('knex/lib/execution/transaction.js'));
// MariaDB and MySQL have a way of their own.
watchCommits(require('knex/lib/dialects/mysql2/transaction.js'));

function isToOnefit({ host, port }) {
  if (!process.env.ONEFIT_BASE_URL) return false;
  const onefit = new URL(process.env.ONEFIT_BASE_URL);
  return host === onefit.hostname && String(port) === onefit.port;
}

/** The call is ready, and nothing of it has left yet. */
diagnostics.subscribe('http.client.request.start', ({ request }) => {
  const host = request.getHeader('host') ?? '';
  const [hostname, port] = String(host).split(':');
  if (isToOnefit({ host: hostname, port })) pass('before-call');
});

/** Onefit's answer is here, and nobody has read it yet. */
diagnostics.subscribe('http.client.response.finish', ({ request }) => {
  const [hostname, port] = String(request.getHeader('host') ?? '').split(':');
  if (isToOnefit({ host: hostname, port })) pass('after-call');
});

/** The operating system has the whole answer. */
diagnostics.subscribe('http.server.response.finish', () => pass('after-answer'));

const end = http.ServerResponse.prototype.end;

/** Half of an answer is out. */
http.ServerResponse.prototype.end = function (chunk, ...rest) {
  const last = armed?.at === 'while-answering' && armed.passes <= 1;
  const half = last && chunk?.length > 1 ? chunk.slice(0, Math.floor(chunk.length / 2)) : null;
  if (half === null) {
    pass('while-answering');
    return end.call(this, chunk, ...rest);
  }
  this.write(half, () => pass('while-answering'));
  return this;
};
