/**
 * What the engine is measured against: a plain push, as many integrations have it. It hears of the
 * same changes as the engine, sends the session as it is then, fire and forget, and tries again
 * three times. It keeps nothing: no record, no lease, no sweep.
 *
 * How a session looks on the wire it asks of the venue itself, so that what it loses is lost by its
 * way of sending alone.
 */
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PARTNER = '/api/onefit-aggregator/v1';
const TIMEOUT_MS = 10_000;
/** Before each try; one send and three retries. */
const PAUSES_MS = [0, 1_000, 2_000, 4_000];
const EPOCH = Date.UTC(2025, 0, 1);

export function startPlainPush(strapi, clock, speed) {
  const { PLAIN_PUSH_URL: onefit, ONEFIT_SECRET: secret } = process.env;
  /** What was last to be sent of a session, for when its appointment is gone. */
  const last = new Map();
  let version = 0;

  const nextVersion = () =>
    (version = Math.max(version + 1, Math.floor((clock.now() - EPOCH) / 1000)));

  async function call(method, url, body) {
    const { origin, pathname, search } = new URL(url);
    const text = body === undefined ? '' : JSON.stringify(body);
    const timestamp = `${clock.now().toISOString().slice(0, 19)}Z`;
    const signature = createHmac('sha256', secret)
      .update(`${method}\n${pathname}${search}\n${timestamp}\n${text}`)
      .digest('base64');
    return fetch(`${origin}${pathname}${search}`, {
      method,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'X-Timestamp': timestamp,
        'X-Signature': signature,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: text }),
    });
  }

  async function venueOf(documentId) {
    const row = await strapi.db
      .connection('appointments')
      .join('venues', 'venues.document_id', 'appointments.venue_key')
      .where('appointments.document_id', documentId)
      .first('venues.uuid');
    return row?.uuid ?? last.get(documentId)?.venue ?? null;
  }

  /** The session as it is; of a deleted one the last that was known, taken back. */
  async function sessionOf(venue, documentId) {
    const { port } = strapi.server.httpServer.address();
    const path = `${PARTNER}/venues/${venue}/sessions/${documentId}`;
    const answer = await call('GET', `http://127.0.0.1:${port}${path}`);
    if (answer.ok) return answer.json();
    const known = last.get(documentId)?.session;
    return known ? { ...known, status: 'withdrawn', availableSpots: 0 } : null;
  }

  async function send(venue, sessions) {
    for (const pause of PAUSES_MS) {
      await sleep(pause / speed);
      try {
        const answer = await call('PUT', `${onefit}/v1/venues/${venue}/sessions`, { sessions });
        if (answer.ok) return void (await answer.json());
      } catch {
        // Tried again; after the last time it is lost, and nobody knows.
      }
    }
  }

  async function push(documentIds) {
    const byVenue = new Map();
    for (const documentId of documentIds) {
      const venue = await venueOf(documentId);
      const session = venue && (await sessionOf(venue, documentId));
      if (!session) continue;
      last.set(documentId, { venue, session });
      byVenue.set(venue, [...(byVenue.get(venue) ?? []), { ...session, version: nextVersion() }]);
    }
    for (const [venue, sessions] of byVenue) await send(venue, sessions);
  }

  strapi.service('api::appointment.appointment').onChanged(async (_trx, documentIds) => {
    await strapi.db.transaction(({ onCommit }) => {
      onCommit(() => void push(documentIds).catch(() => {}));
    });
  });
}
