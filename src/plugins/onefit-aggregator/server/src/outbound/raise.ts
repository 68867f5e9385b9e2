import { SYNC_RECORDS } from '../tables';
import type { Trx } from '../venue/ports';
import { leastVersion } from './version';

/** Records in one statement: each is bound twice, and some hundred stay below SQLite's limit. */
const CHUNK = 200;

/** A session whose next version must be above what Onefit holds. */
export interface Above {
  subject: string;
  /** the version that Onefit holds; 0 = none */
  held: number;
}

/** Starts records for sessions that Onefit holds and that have none here any more. */
export async function adopt(
  trx: Trx,
  venueKey: string,
  subjects: string[],
  now: Date,
): Promise<void> {
  for (let begin = 0; begin < subjects.length; begin += CHUNK) {
    const part = subjects.slice(begin, begin + CHUNK);
    const rows = part.map((subject) => ({
      document_id: subject,
      created_at: now,
      updated_at: now,
      published_at: now,
      kind: 'session',
      subject,
      venue_key: venueKey,
      urgent: false,
      desired_version: 0,
      acknowledged_version: 0,
      refused_version: 0,
      attempts: 0,
      desired_at: now,
    }));
    await trx(SYNC_RECORDS).insert(rows).onConflict(['subject', 'kind']).ignore();
  }
}

/**
 * Makes sessions due again under versions above those that Onefit holds, so that none of them can
 * be called stale. Onefit knows of them: what became of them is told, even if that is nothing.
 */
export async function raiseAbove(trx: Trx, sessions: Above[], now: Date): Promise<void> {
  const least = leastVersion(now);
  for (let begin = 0; begin < sessions.length; begin += CHUNK) {
    const part = sessions.slice(begin, begin + CHUNK);
    const subjects = part.map(({ subject }) => subject);
    // Versions are numbers that the schema of Onefit's answer let through.
    const floors = part.map(({ held }) => `WHEN ? THEN ${Math.max(least, held + 1)}`).join(' ');
    const floor = `CASE subject ${floors} END`;
    await trx(SYNC_RECORDS)
      .where({ kind: 'session' })
      .whereIn('subject', subjects)
      .update({
        desired_version: trx.raw(
          `CASE WHEN desired_version >= ${floor} THEN desired_version + 1 ELSE ${floor} END`,
          [...subjects, ...subjects],
        ),
        attempts: trx.raw('CASE WHEN attempts > 0 THEN attempts ELSE 1 END'),
        desired_at: now,
      });
  }
}
