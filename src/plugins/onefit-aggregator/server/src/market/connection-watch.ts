import { VENUE_LINKS } from '../tables';
import { instant } from '../venue/ports';
import type { StoredInstant, Trx } from '../venue/ports';
import { noteNotice } from './notices';

const MINUTE_MS = 60_000;

/** A connection that fails for less is none of anybody's business. */
const DOWN_MS = 15 * MINUTE_MS;

/** The least time between two mails that a venue's connection is down. */
const PAUSE_MS = 60 * MINUTE_MS;

interface WatchedRow {
  id: number;
  venue_key: string;
  failing_since: StoredInstant | null;
}

/** Connections that fail long enough, of which nobody was told within the last hour. */
async function newlyDown(trx: Trx, now: Date): Promise<WatchedRow[]> {
  return trx(VENUE_LINKS)
    .where('failing_since', '<=', new Date(now.getTime() - DOWN_MS))
    .whereNull('down_noticed_at')
    .where(
      (quiet) =>
        void quiet
          .whereNull('last_noticed_at')
          .orWhere('last_noticed_at', '<=', new Date(now.getTime() - PAUSE_MS)),
    )
    .select<WatchedRow[]>('id', 'venue_key', 'failing_since');
}

/** Connections that work again, of which somebody was told that they did not. */
async function newlyBack(trx: Trx): Promise<WatchedRow[]> {
  return trx(VENUE_LINKS)
    .whereNull('failing_since')
    .whereNotNull('down_noticed_at')
    .select<WatchedRow[]>('id', 'venue_key', 'failing_since');
}

/**
 * Looks at every connection and writes down whom to tell: that one is down for 15 minutes, at most
 * one mail an hour, and that it is back. In the caller's transaction, by one instance at a time.
 */
export async function watchConnections(trx: Trx, now: Date): Promise<void> {
  for (const link of await newlyDown(trx, now)) {
    await trx(VENUE_LINKS)
      .where({ id: link.id })
      .update({ down_noticed_at: now, last_noticed_at: now });
    const since = instant(link.failing_since ?? now);
    await noteNotice(trx, 'connection_down', link.venue_key, since, now);
  }
  for (const link of await newlyBack(trx)) {
    await trx(VENUE_LINKS).where({ id: link.id }).update({ down_noticed_at: null });
    await noteNotice(trx, 'connection_back', link.venue_key, now, now);
  }
}
