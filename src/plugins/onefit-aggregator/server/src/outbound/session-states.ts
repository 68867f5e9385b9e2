import type { Core } from '@strapi/strapi';
import { activeOrder } from '../market/active-order';
import { SYNC_RECORDS, VENUE_LINKS } from '../tables';
import type { Trx } from '../venue/ports';
import { sessionQuery, sessionsFrom } from '../venue/session-views';
import { availableSpots } from '../wire/session';
import type { LinkRow } from './connection';
import { standingOf } from './session-state';
import type { Standing } from './session-state';
import type { SyncRecord } from './sync-record';

/** An appointment as the status page lists it. Instants in ISO 8601, UTC; the zone is the venue's. */
export interface SessionState extends Standing {
  documentId: string;
  name: string;
  /** whose rules it follows, unless it has its own */
  activity: { documentId: string; name: string };
  /** whether a rule of its own decides, and not the activity's */
  ownRule: boolean;
  startsAt: string;
  timeZone: string;
  /** the newest version that Onefit acknowledged */
  version: number | null;
  bookedByOnefit: number;
  spotLimit: number | null;
  availableSpots: number;
}

/** Says of rows of `sessionQuery` where they stand, with two statements however many they are. */
export async function statesOf(
  knex: Trx,
  rows: unknown[],
  orderActive: boolean,
  now: Date,
): Promise<SessionState[]> {
  // The rule alone says "offered" here; the order is told apart as a reason of its own.
  const sessions = sessionsFrom(rows, true);
  const subjects = sessions.map(({ view }) => view.id);
  const records = (await knex(SYNC_RECORDS)
    .where({ kind: 'session' })
    .whereIn('subject', subjects)
    .select('*')) as SyncRecord[];
  const links = (await knex(VENUE_LINKS).select('*')) as LinkRow[];
  const recordOf = new Map(records.map((record) => [record.subject, record]));
  const linkOf = new Map(links.map((link) => [link.venue_key, link]));
  return sessions.map(({ view, venueKey, ownRule }) => {
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
      activity: { documentId: view.class.id, name: view.class.name },
      ownRule,
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
  const orderActive = (await activeOrder(knex)) !== null;
  return (await statesOf(knex, rows, orderActive, now))[0] ?? null;
}
