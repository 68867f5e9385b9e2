import type { Core } from '@strapi/strapi';
import type { Clock } from '../clock';
import type { Venue } from '../venue/venue';
import { MAX_BATCH } from '../wire/schemas/outbound';
import { writeActivities } from '../activity-log/write';
import { keepSent, release, settle } from './acknowledge';
import { claim, LEASE_MS, renew } from './claim';
import type { Claim } from './claim';
import { doubt, noteFailure, noteSuccess } from './connection';
import { CallFailed } from './onefit-client';
import type { OnefitClient } from './onefit-client';
import { failedBatch, sentBatch } from './log-entries';
import { buildItems } from './payload';
import type { Item } from './payload';
import type { FailureKind } from './retry-schedule';
import { answeredRecords, failedRecords } from './sent-records';
import type { SentRecords } from './sent-records';

/** What sending needs; handed down once, at the start. */
export interface Sending {
  strapi: Core.Strapi;
  venue: Venue;
  client: OnefitClient;
  clock: Clock;
  /** Counts what was sent, where somebody counts. */
  observe?: ((sent: SentRecords) => void) | undefined;
}

/** A venue with something due. */
export interface Destination {
  venueKey: string;
  uuid: string;
  /** Failures in a row; the more, the smaller the batch that probes. */
  attempts: number;
}

/** `more`: there may be more to send at once. `done`: nothing is left. `failed`: try later. */
export type Delivery = 'more' | 'done' | 'failed';

/**
 * How long a claim is taken at its word. An older one is made to hold anew before a call: the call
 * may take most of the lease, and what held when the records were claimed may hold no longer.
 */
const FRESH_MS = 1_000;

/**
 * Another sender has taken the records over, so what this one knows of them is void; or the link
 * has ended, and nothing more may be sent.
 */
class ClaimOver extends Error {}

async function holdOn({ strapi, clock }: Sending, held: Claim, venueKey: string): Promise<void> {
  const now = clock.now();
  if (held.until.getTime() - now.getTime() > LEASE_MS - FRESH_MS) return;
  if (!(await renew(strapi.db.connection, held, venueKey, now))) throw new ClaimOver();
}

/** Nothing more is sent; what was sent already is kept in mind, and what is still held given back. */
async function giveUp({ venue }: Sending, held: Claim, sent: Item[]): Promise<void> {
  await venue.bookings.transaction(async (trx) => {
    await keepSent(trx, held, sent);
    await release(trx, held);
  });
}

/**
 * Sends items and gives one result each. A batch that Onefit calls invalid is halved until the
 * culprits stand alone: those are refused, the rest is delivered.
 */
async function send(
  sending: Sending,
  destination: Destination,
  held: Claim,
  items: Item[],
): Promise<
  Array<{ outcome: 'accepted' | 'stale' | 'rejected'; code: string | null; detail: string | null }>
> {
  await holdOn(sending, held, destination.venueKey);
  try {
    const payloads = items.flatMap((item) => (item.payload ? [item.payload] : []));
    return await sending.client.put(destination.uuid, held.kind, payloads);
  } catch (error) {
    if (!(error instanceof CallFailed) || error.kind !== 'invalid_batch') throw error;
    if (items.length === 1) {
      return [{ outcome: 'rejected', code: error.code, detail: error.detail }];
    }
    const half = Math.ceil(items.length / 2);
    const first = await send(sending, destination, held, items.slice(0, half));
    return [...first, ...(await send(sending, destination, held, items.slice(half)))];
  }
}

function batchSize(attempts: number): number {
  return Math.max(1, MAX_BATCH >> Math.min(attempts, 7));
}

async function failed(
  sending: Sending,
  destination: Destination,
  held: Claim,
  sent: Item[],
  error: unknown,
) {
  const { strapi, venue, clock } = sending;
  const failure =
    error instanceof CallFailed
      ? error
      : new CallFailed('unreachable', 'internal_error', 'The batch could not be prepared.');
  if (failure !== error) strapi.log.error(error);
  for (const records of failedRecords(held.kind, sent)) sending.observe?.(records);
  const next = await venue.bookings.transaction(async (trx) => {
    const now = clock.now();
    await keepSent(trx, held, sent);
    await release(trx, held);
    const known = failure as CallFailed & { kind: FailureKind };
    const retryAt = await noteFailure(trx, destination.venueKey, known, now);
    await writeActivities(trx, [failedBatch(destination.venueKey, held, known, retryAt)], now);
    return retryAt;
  });
  strapi.log.warn(
    `Onefit: sending ${held.records.length} ${held.kind} record(s) failed (${failure.code}); next try ${next?.toISOString() ?? 'after the link'}`,
  );
}

/** Claims, builds, sends and acknowledges one batch of one venue. */
export async function deliverBatch(sending: Sending, destination: Destination): Promise<Delivery> {
  const { strapi, venue, clock } = sending;
  const size = batchSize(destination.attempts);
  const held = await claim(venue, destination.venueKey, size, clock.now());
  if (!held) return 'done';
  let spoken: Item[] = [];
  try {
    const items = await buildItems(strapi.db.connection, held, clock.now());
    spoken = items.filter((item) => item.payload !== null);
    const results = spoken.length === 0 ? [] : await send(sending, destination, held, spoken);
    const silent = items.filter((item) => item.payload === null);
    const accepted = { outcome: 'accepted' as const, code: null, detail: null };
    await venue.bookings.transaction(async (trx) => {
      const now = clock.now();
      await settle(trx, held, spoken, results, now);
      await settle(
        trx,
        held,
        silent,
        silent.map(() => accepted),
        now,
      );
      if (spoken.length === 0) return;
      await noteSuccess(trx, destination.venueKey, now);
      if (results.some(({ outcome }) => outcome === 'stale')) {
        await doubt(trx, destination.venueKey, now);
      }
      await writeActivities(trx, sentBatch(destination.venueKey, held.kind, spoken, results), now);
    });
    for (const sent of answeredRecords(held.kind, spoken, results)) sending.observe?.(sent);
    return held.more ? 'more' : 'done';
  } catch (error) {
    if (error instanceof ClaimOver) {
      await giveUp(sending, held, spoken);
      return 'done';
    }
    await failed(sending, destination, held, spoken, error);
    return 'failed';
  }
}
