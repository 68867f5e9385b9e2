import { Refusal } from '../contract/problem';
import type { Session } from '../contract/types';
import type { VenueRecord } from './records';

const PAGE_SIZE = 100;

/** What a caller may ask of the held sessions: instants, and the cursor of the page before. */
export interface HeldSessionsQuery {
  from?: string;
  to?: string;
  cursor?: string;
}

export interface HeldSessionsPage {
  sessions: Pick<Session, 'id' | 'version' | 'status'>[];
  nextCursor: string | null;
}

/** Gives the sessions a venue has at Onefit, whatever their status, by start and then id. */
export function heldSessions(venue: VenueRecord): Session[] {
  const held: Session[] = [];
  for (const record of venue.sessions.values()) if (record.held) held.push(record.held);
  return held.sort(compareSessions);
}

/**
 * Gives one page of what is held, for the venue's reconciliation: starts from `from` on and before
 * `to`, a hundred at a time.
 * @throws Refusal 400 `invalid_request` for a cursor that was not given out by this call.
 */
export function heldSessionsPage(venue: VenueRecord, query: HeldSessionsQuery): HeldSessionsPage {
  const from = query.from ? Date.parse(query.from) : -Infinity;
  const to = query.to ? Date.parse(query.to) : Infinity;
  const after = query.cursor ? readCursor(query.cursor) : null;
  const matching = heldSessions(venue).filter((session) => {
    const start = Date.parse(session.startsAt);
    if (start < from || start >= to) return false;
    return !after || start > after.start || (start === after.start && session.id > after.id);
  });
  const page = matching.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return {
    sessions: page.map(({ id, version, status }) => ({ id, version, status })),
    nextCursor: last && matching.length > page.length ? writeCursor(last) : null,
  };
}

function compareSessions(a: Session, b: Session): number {
  const byStart = Date.parse(a.startsAt) - Date.parse(b.startsAt);
  if (byStart !== 0) return byStart;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function writeCursor(session: Session): string {
  return Buffer.from(`${Date.parse(session.startsAt)} ${session.id}`).toString('base64url');
}

function readCursor(cursor: string): { start: number; id: string } {
  const [start, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (!start || !id || !/^-?\d+$/.test(start)) {
    throw new Refusal(400, 'invalid_request', 'The cursor is not one that this call gave.', [
      { path: '/cursor', message: 'must be the nextCursor of the page before' },
    ]);
  }
  return { start: Number(start), id };
}
