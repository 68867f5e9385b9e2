import type { Core } from '@strapi/strapi';
import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import { sessionQuery } from '../venue/session-views';
import { SESSION_STANDINGS } from './session-state';
import type { SessionStanding, StandingReason } from './session-state';
import { statesOf } from './session-states';
import type { SessionState } from './session-states';
import { nameHolds, reasonOf, stateOf } from './standing-sql';

export interface SessionListQuery {
  state?: SessionStanding;
  reason?: StandingReason;
  /** document id */
  venue?: string;
  /** part of an activity's name */
  search?: string;
  /** from 1 */
  page: number;
  pageSize: number;
}

export interface SessionList {
  sessions: SessionState[];
  /** of the chosen state */
  total: number;
  page: number;
  pageSize: number;
  /** of every state, whichever is chosen */
  counts: Record<SessionStanding, number>;
}

/** Coming appointments with what Onefit knows of them and how their venue's connection fares. */
function comingWithStanding(trx: Trx, query: SessionListQuery, now: Date) {
  const rows = sessionQuery(trx)
    .leftJoin({ record: SYNC_RECORDS }, (on) => {
      on.on('record.subject', '=', 'appointment.document_id').andOn(
        trx.raw("record.kind = 'session'"),
      );
    })
    .leftJoin({ link: VENUE_LINKS }, 'link.venue_key', 'appointment.venue_key')
    .where('appointment.ends_at', '>', now);
  if (query.venue) rows.where('appointment.venue_key', query.venue);
  if (query.search) rows.where(nameHolds(trx, query.search));
  return rows;
}

async function countByState(trx: Trx, query: SessionListQuery, orderActive: boolean, now: Date) {
  const reason = reasonOf(orderActive, now);
  const state = stateOf(reason);
  const rows = comingWithStanding(trx, query, now)
    .clearSelect()
    .select(trx.raw(`(${state.sql}) AS standing`, state.bindings));
  if (query.reason) rows.whereRaw(`(${reason.sql}) = ?`, [...reason.bindings, query.reason]);
  const counted = await trx
    .from(rows.as('coming'))
    .groupBy('standing')
    .select<Array<{ standing: SessionStanding; count: string | number }>>([
      'standing',
      trx.raw('COUNT(*) AS count'),
    ]);
  const found = new Map(counted.map((row) => [row.standing, Number(row.count)]));
  return Object.fromEntries(
    SESSION_STANDINGS.map((standing) => [standing, found.get(standing) ?? 0]),
  ) as Record<SessionStanding, number>;
}

/**
 * The coming appointments with where they stand, by start. Filtered, counted and paged by the
 * database: five statements, however many appointments there are.
 */
export async function listSessionStates(
  strapi: Core.Strapi,
  query: SessionListQuery,
  now: Date,
): Promise<SessionList> {
  const knex = strapi.db.connection;
  const orderActive = (await activeOrder(knex)) !== null;
  const counts = await countByState(knex, query, orderActive, now);
  const reason = reasonOf(orderActive, now);
  const state = stateOf(reason);
  const rows = comingWithStanding(knex, query, now)
    .orderBy(['appointment.starts_at', 'appointment.id'])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  if (query.state) rows.whereRaw(`(${state.sql}) = ?`, [...state.bindings, query.state]);
  if (query.reason) rows.whereRaw(`(${reason.sql}) = ?`, [...reason.bindings, query.reason]);
  const all = SESSION_STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
  return {
    sessions: await statesOf(knex, (await rows) as unknown[], orderActive, now),
    total: query.state ? counts[query.state] : all,
    page: query.page,
    pageSize: query.pageSize,
    counts,
  };
}
