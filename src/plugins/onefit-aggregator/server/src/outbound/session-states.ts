import type { Core } from '@strapi/strapi';
import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import { sessionQuery, sessionsFrom } from '../venue/session-views';
import { availableSpots } from '../wire/session';
import type { LinkRow } from './connection';
import { standingOf } from './session-state';
import type { SessionStanding, Standing } from './session-state';
import type { SyncRecord } from './sync-record';

/** An appointment as the status page lists it. Instants in ISO 8601, UTC; the zone is the venue's. */
export interface SessionState extends Standing {
  documentId: string;
  name: string;
  startsAt: string;
  timeZone: string;
  version: number | null;
  bookedByOnefit: number;
  spotLimit: number | null;
  availableSpots: number;
}

async function statesOf(knex: Trx, rows: unknown[], now: Date): Promise<SessionState[]> {
  // The rule alone says "offered" here; the order is told apart as a reason of its own.
  const sessions = sessionsFrom(rows, true);
  const orderActive = (await activeOrder(knex)) !== null;
  const subjects = sessions.map(({ view }) => view.id);
  const records = (await knex(SYNC_RECORDS)
    .where({ kind: 'session' })
    .whereIn('subject', subjects)
    .select('*')) as SyncRecord[];
  const links = (await knex(VENUE_LINKS).select('*')) as LinkRow[];
  const recordOf = new Map(records.map((record) => [record.subject, record]));
  const linkOf = new Map(links.map((link) => [link.venue_key, link]));
  return sessions.map(({ view, venueKey }) => {
    const record = recordOf.get(view.id) ?? null;
    return {
      ...standingOf({
        view,
        orderActive,
        ruleAllows: view.offered,
        link: linkOf.get(venueKey) ?? null,
        record,
        now,
      }),
      documentId: view.id,
      name: view.class.name,
      startsAt: view.startsAt.toISOString(),
      timeZone: view.timeZone,
      version: record && record.acknowledged_version > 0 ? record.acknowledged_version : null,
      bookedByOnefit: view.bookedByAggregator,
      spotLimit: view.spotLimit,
      availableSpots: availableSpots({ ...view, offered: view.offered && orderActive }),
    };
  });
}

/** Where one appointment stands with Onefit; null when there is no such appointment. */
export async function readSessionState(
  strapi: Core.Strapi,
  documentId: string,
  now: Date,
): Promise<SessionState | null> {
  const knex = strapi.db.connection;
  const rows = (await sessionQuery(knex).where('appointment.document_id', documentId)) as unknown[];
  return (await statesOf(knex, rows, now))[0] ?? null;
}

/** The coming appointments with where they stand, by start; filtered, then paged. */
export async function listSessionStates(
  strapi: Core.Strapi,
  query: { state?: SessionStanding; page: number; pageSize: number },
  now: Date,
): Promise<{ sessions: SessionState[]; total: number; page: number; pageSize: number }> {
  const knex = strapi.db.connection;
  const rows = (await sessionQuery(knex)
    .where('appointment.ends_at', '>', now)
    .orderBy(['appointment.starts_at', 'appointment.id'])) as unknown[];
  const all = await statesOf(knex, rows, now);
  const wanted = query.state ? all.filter((session) => session.state === query.state) : all;
  const start = (query.page - 1) * query.pageSize;
  return {
    sessions: wanted.slice(start, start + query.pageSize),
    total: wanted.length,
    page: query.page,
    pageSize: query.pageSize,
  };
}
