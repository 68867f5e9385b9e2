import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { readSessions, sessionQuery, sessionsFrom } from '../venue/session-views';
import { writeSessionCursor } from '../wire/cursor';
import type {
  getSession as getOperation,
  listSessions as listOperation,
} from '../wire/operations/sessions';
import { Problem } from '../wire/problems';
import { resolveSessionsQuery } from '../wire/schemas/queries';
import type { SessionsQuery } from '../wire/schemas/queries';
import type { Session } from '../wire/schemas/session';
import { toSession } from '../wire/session';
import { servedVenue } from './context';
import type { Handler } from './context';

interface Versioned {
  desired_version: number;
  sent_payload: string | null;
}

/** Offered sessions of a venue with their versions, in one statement, so that the two agree. */
function offered(trx: Trx, venueKey: string, wanted: SessionsQuery) {
  const list = sessionQuery(trx)
    .join({ record: SYNC_RECORDS }, 'record.subject', 'appointment.document_id')
    .column({ desired_version: 'record.desired_version' })
    .where({
      'record.kind': 'session',
      'appointment.venue_key': venueKey,
      'appointment.state': 'scheduled',
      'appointment.aggregator_allowed': true,
    })
    .where('appointment.starts_at', '>=', wanted.from)
    .where('appointment.starts_at', '<', wanted.to)
    .orderBy(['appointment.starts_at', 'appointment.document_id'])
    .limit(wanted.limit + 1);
  const { after } = wanted;
  if (after) {
    list.where(
      (later) =>
        void later
          .where('appointment.starts_at', '>', after.startsAt)
          .orWhere(
            (same) =>
              void same
                .where('appointment.starts_at', after.startsAt)
                .where('appointment.document_id', '>', after.id),
          ),
    );
  }
  return list;
}

/** `GET /venues/{venueId}/sessions`: what Onefit should be showing, by start, then id. */
export const listSessions: Handler<typeof listOperation> = async (
  { strapi, clock },
  { params, query },
) => {
  const knex = strapi.db.connection;
  const served = await servedVenue(knex, params.venueId);
  const wanted = resolveSessionsQuery(query, { venueId: params.venueId, now: clock.now() });
  if (served.orderId === null) return { status: 200, body: { sessions: [], nextCursor: null } };
  const rows = (await offered(knex, served.venueKey, wanted)) as Array<{ desired_version: number }>;
  const page = rows.slice(0, wanted.limit);
  const sessions = sessionsFrom(page, true);
  const last = sessions[sessions.length - 1]?.view;
  return {
    status: 200,
    body: {
      sessions: sessions.map(({ view }, index) =>
        toSession(view, page[index]?.desired_version ?? 1),
      ),
      nextCursor:
        last && rows.length > wanted.limit
          ? writeSessionCursor({ startsAt: last.startsAt, id: last.id }, params.venueId)
          : null,
    },
  };
};

/** A session whose appointment is deleted: as it was last sent, and withdrawn. */
function deleted(record: Versioned): Session {
  if (record.sent_payload === null) throw new Problem('not_found');
  const last = JSON.parse(record.sent_payload) as Session;
  return {
    ...last,
    version: record.desired_version,
    status: last.status === 'cancelled' ? 'cancelled' : 'withdrawn',
    availableSpots: 0,
  };
}

/** `GET /venues/{venueId}/sessions/{sessionId}`, also when cancelled or withdrawn. */
export const getSession: Handler<typeof getOperation> = async ({ strapi }, { params }) => {
  const knex = strapi.db.connection;
  const served = await servedVenue(knex, params.venueId);
  const row: unknown = await knex(SYNC_RECORDS)
    .where({ kind: 'session', subject: params.sessionId, venue_key: served.venueKey })
    .first('desired_version', 'sent_payload');
  if (row === undefined) throw new Problem('not_found');
  const record = row as Versioned;
  const sessions = await readSessions(knex, [params.sessionId], served.orderId !== null);
  const session = sessions.get(params.sessionId);
  return {
    status: 200,
    body: session ? toSession(session.view, record.desired_version) : deleted(record),
  };
};
