import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import type { Session } from '../wire/schemas/session';

/** What is kept of a session that Onefit was ever to be told of. */
export interface SessionRecord {
  desired_version: number;
  /** as it was last sent, JSON; null = never sent */
  sent_payload: string | null;
}

/**
 * The record of a session of a venue; null when it was never offered. MariaDB and MySQL find an id in
 * another case, too: that is none of a session.
 */
export async function sessionRecord(
  trx: Trx,
  venueKey: string,
  sessionId: string,
): Promise<SessionRecord | null> {
  const row: unknown = await trx(SYNC_RECORDS)
    .where({ kind: 'session', subject: sessionId, venue_key: venueKey })
    .first('subject', 'desired_version', 'sent_payload');
  const found = row as (SessionRecord & { subject: string }) | undefined;
  return found?.subject === sessionId ? found : null;
}

/**
 * A session whose appointment is deleted: as it was last sent, and withdrawn; one that was
 * cancelled stays so. Null when Onefit never got it.
 */
export function deletedSession(record: SessionRecord): Session | null {
  if (record.sent_payload === null) return null;
  const last = JSON.parse(record.sent_payload) as Session;
  return {
    ...last,
    version: record.desired_version,
    status: last.status === 'cancelled' ? 'cancelled' : 'withdrawn',
    availableSpots: 0,
  };
}
