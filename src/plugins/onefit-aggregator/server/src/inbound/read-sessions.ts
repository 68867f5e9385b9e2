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
import { toSession } from '../wire/session';
import { servedVenue } from './context';
import type { Handler } from './context';
import { deletedSession, sessionRecord } from './deleted-session';

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

/** `GET /venues/{venueId}/sessions/{sessionId}`, also when cancelled or withdrawn. */
export const getSession: Handler<typeof getOperation> = async ({ strapi }, { params }) => {
  const knex = strapi.db.connection;
  const served = await servedVenue(knex, params.venueId);
  const record = await sessionRecord(knex, served.venueKey, params.sessionId);
  if (!record) throw new Problem('not_found');
  const sessions = await readSessions(knex, [params.sessionId], served.orderId !== null);
  const there = sessions.get(params.sessionId);
  const session = there ? toSession(there.view, record.desired_version) : deletedSession(record);
  if (!session) throw new Problem('not_found');
  return { status: 200, body: session };
};
