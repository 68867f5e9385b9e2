import type { HeldSession } from '../wire/schemas/session';
import { CallFailed } from './onefit-client';
import type { OnefitClient } from './onefit-client';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The longest time that one question spans, as in the other direction. */
export const SPAN_MS = 366 * DAY_MS;
/** What a venue can hold, and far more: an answer that goes on beyond is none. */
const MOST_PAGES = 1_000;
const MOST_SESSIONS = 100_000;

/** What Onefit holds of a venue, by session id. */
export type Held = Map<string, Pick<HeldSession, 'version' | 'status'>>;

function endless(what: string): CallFailed {
  return new CallFailed(
    'unreachable',
    'malformed_answer',
    `Onefit's list of sessions does not end: ${what}.`,
  );
}

function keep(held: Held, { id, version, status }: HeldSession): void {
  const known = held.get(id);
  // A list that changes while it is read may show a session twice.
  if (!known || known.version < version) held.set(id, { version, status });
}

/**
 * Asks Onefit what it holds of a venue: sessions that start between two instants, page by page.
 *
 * @param hold is asked before each call whether it may still be made; it throws where not
 * @throws CallFailed also where pages go round in a circle or do not end
 */
export async function readHeld(
  client: OnefitClient,
  venueUuid: string,
  { from, until }: { from: Date; until: Date },
  hold: () => Promise<void>,
): Promise<Held> {
  const held: Held = new Map();
  let pages = 0;
  for (let start = from.getTime(); start < until.getTime(); start += SPAN_MS) {
    const end = Math.min(start + SPAN_MS, until.getTime());
    const span = [new Date(start).toISOString(), new Date(end).toISOString()] as const;
    const seen = new Set<string>();
    for (let cursor: string | null = null; ; ) {
      await hold();
      const page = await client.held(venueUuid, ...span, cursor);
      for (const session of page.sessions) keep(held, session);
      pages += 1;
      if (pages >= MOST_PAGES) throw endless(`${pages} pages`);
      if (held.size > MOST_SESSIONS) throw endless(`${held.size} sessions`);
      cursor = page.nextCursor;
      if (cursor === null) break;
      if (seen.has(cursor)) throw endless('a page leads back to an earlier one');
      seen.add(cursor);
    }
  }
  return held;
}
