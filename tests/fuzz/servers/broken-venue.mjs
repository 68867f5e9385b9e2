/**
 * The negative controls' venue: the compiled project in a process of its own, which can be told to
 * break one of its promises, and to keep it again. It exists for the fuzz tests alone: the build
 * stays as it is, and nothing in it knows of a switch.
 *
 * Messages: `break <check>` and `mend`; each is answered once it is done.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const crypto = require('node:crypto');

/** Set once the venue runs. */
let strapi = null;
/** What undoes the breaking. */
let mend = () => undefined;

/** Puts something in place of a function, and gives what takes it back. */
function replace(owner, name, made) {
  const before = owner[name];
  if (typeof before !== 'function') throw new Error(`There is no ${name} to replace.`);
  owner[name] = made(before);
  return () => {
    owner[name] = before;
  };
}

/** Lets something happen to every answer before it is written. */
function onAnswers(change) {
  const { httpServer } = strapi.server;
  const watch = (request, response) => {
    const end = response.end.bind(response);
    response.end = (body, ...rest) => {
      const changed = change(request, response, body);
      if (changed === undefined) return end(body, ...rest);
      if (typeof changed !== 'string') return changed;
      response.setHeader('Content-Length', Buffer.byteLength(changed));
      return end(changed);
    };
  };
  httpServer.prependListener('request', watch);
  return () => httpServer.off('request', watch);
}

/** Every so-manieth time. */
function every(count) {
  let times = 0;
  return () => {
    times += 1;
    return times % count === 0;
  };
}

/** Writes something that nobody asked for. */
function scribble() {
  strapi.db
    .connection('customers')
    .increment('id', 0)
    .update({ updated_at: new Date(Date.now()) })
    .catch((error) => console.error(error));
}

/** Leaves out of a body what the contract does not know, as a forgiving reader would. */
function forgiving(value) {
  const known = ['sessionId', 'member', 'late', 'cancelledAt', 'at', 'companyId', 'onefitVenueId'];
  // A cursor has an instant as well.
  if (value?.kind !== undefined) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const names = Object.keys(value);
  if (!names.some((name) => known.includes(name))) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => known.includes(name)));
}

/** How each check's promise is broken; gives what mends it. */
const BREAKS = {
  answered() {
    const due = every(20);
    return onAnswers((request) => {
      if (!due()) return undefined;
      request.socket.destroy();
      return null;
    });
  },
  'server-error'() {
    return onAnswers((request, response, body) => {
      if (request.method !== 'GET' || response.statusCode !== 404) return undefined;
      response.statusCode = 500;
      return String(body ?? '');
    });
  },
  documented() {
    return onAnswers((_request, response, body) => {
      if (response.statusCode !== 200 || typeof body !== 'string') return undefined;
      return JSON.stringify({ ...JSON.parse(body), extra: true });
    });
  },
  signature() {
    return replace(crypto, 'timingSafeEqual', () => () => true);
  },
  form() {
    return replace(
      JSON,
      'parse',
      (parse) =>
        (text, ...rest) =>
          forgiving(parse(text, ...rest)),
    );
  },
  stranger() {
    return onAnswers((_request, response) => {
      if (response.statusCode === 401) scribble();
    });
  },
  refused() {
    return onAnswers((_request, response) => {
      if (response.statusCode === 409) scribble();
    });
  },
  counters() {
    const spot = require(
      path.resolve(import.meta.dirname, '../../../dist/src/api/booking/domain/spot.js'),
    );
    return replace(spot, 'takingSpot', (taking) => (row, source) => {
      const { name, sql, bindings } = taking(row, source);
      const twice = sql.replace('booked = booked + 1', 'booked = booked + 2');
      return { name: `${name}-twice`, sql: twice, bindings };
    });
  },
  memory() {
    const kept = [];
    const stop = onAnswers(() => {
      kept.push(Buffer.alloc(256 * 1024));
    });
    return () => {
      stop();
      kept.length = 0;
    };
  },
  log() {
    const due = every(100);
    return onAnswers(() => {
      if (due()) strapi.log.error('Something went wrong.');
    });
  },
  reached() {
    return onAnswers((request, response) => {
      if (!request.url.endsWith('/check-in') || response.statusCode !== 200) return undefined;
      response.statusCode = 404;
      return '';
    });
  },
  alive() {
    const due = every(50);
    return onAnswers(() => {
      if (due()) process.exit(1);
    });
  },
};

process.on('message', (message) => {
  if (message === 'mend') {
    mend();
    process.send({ mended: true });
  }
  if (typeof message === 'string' && message.startsWith('break ')) {
    mend = BREAKS[message.slice('break '.length)]();
    process.send({ broken: message });
  }
});

strapi = (await import('../../support/venue-main.mjs')).strapi;
