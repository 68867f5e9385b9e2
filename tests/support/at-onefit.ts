import type { Connection } from '../../src/plugins/onefit-aggregator/server/src/connection-service';
import { createOnefitClient } from '../../src/plugins/onefit-aggregator/server/src/outbound/onefit-client';
import { reconcileDue } from '../../src/plugins/onefit-aggregator/server/src/outbound/reconcile';
import { sweep } from '../../src/plugins/onefit-aggregator/server/src/outbound/sweep';
import type { LinkedVenue } from './linked-venue';
import { signed, timestampOf } from './partner';

/** What a comparison with Onefit tells staff. */
export interface Report {
  held: number;
  found: number;
  healed: number;
  unknown: number;
  venuesDone: number;
  failures: Array<{ venue: string; code: string }>;
}

/** Has Onefit lose sessions without a word. */
export async function forget({ sandbox }: LinkedVenue, ...sessionIds: string[]): Promise<void> {
  await sandbox.control('POST', '/forget', { what: 'sessions', sessionIds });
}

/** A session as Onefit holds it, which it must. */
export async function heldNow(linked: LinkedVenue, session: string) {
  const held = (await linked.oneAtOnefit(session))?.held;
  if (!held) throw new Error('Onefit does not hold it.');
  return held;
}

/** Has Onefit hold what no record here says: as another installation, or an older state, left it. */
export async function leaveAtOnefit(
  { sandbox, uuid }: LinkedVenue,
  session: Record<string, unknown>,
): Promise<void> {
  const target = `/v1/venues/${uuid}/sessions`;
  const rawBody = JSON.stringify({ sessions: [session] });
  const timestamp = timestampOf(new Date());
  const response = await fetch(`${sandbox.url}${target}`, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      'X-Timestamp': timestamp,
      'X-Signature': signed('test-secret', { method: 'PUT', target, timestamp, rawBody }),
    },
    body: rawBody,
  });
  const { results } = (await response.json()) as { results: Array<{ outcome: string }> };
  expect(results).toEqual([expect.objectContaining({ outcome: 'accepted' })]);
}

/** Where the venue's link says when Onefit is asked next, and why that failed last. */
export async function linkRows({ venue }: LinkedVenue) {
  return venue.strapi.db
    .connection('onefit_venue_links')
    .select<
      Array<{ reconcile_at: string | number | Date; reconcile_error: string | null }>
    >('reconcile_at', 'reconcile_error');
}

/** What the clock does every minute, at this instant. */
export async function reconcileAt({ venue: running }: LinkedVenue, time: number): Promise<void> {
  running.clock.set(new Date(time));
  const { strapi, clock } = running;
  const { venue, settings } = strapi.plugin('onefit-aggregator').service<Connection>('connection');
  const client = createOnefitClient(settings, clock);
  await reconcileDue({ strapi, clock, venue: venue(), client }, async () => undefined);
  clock.release();
}

/** The sweep as the clock does it: without the retry of refusals that staff's button brings. */
export async function sweepByTheClock({ venue: running }: LinkedVenue): Promise<void> {
  const { strapi, clock } = running;
  const { venue, settings } = strapi.plugin('onefit-aggregator').service<Connection>('connection');
  const client = createOnefitClient(settings, clock);
  const swept = await sweep({ strapi, clock, venue: venue(), client });
  if (!swept) throw new Error('Somebody else is sweeping.');
}
