import type { Knex } from 'knex';
import { BASE, signed, timestampOf } from '../../support/partner';
import { openPanel } from '../../support/panel';
import type { VenueProcess } from '../../support/venue-process';
import { median } from '../shared/figures';
import { processorSeconds } from './instance';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const RUNS = 5;
/** Enough for a clock that ticks a hundred times a second. */
const DESK_CALLS = 100;

/** Asks until it was answered often enough; gives the middle of the milliseconds. */
async function timed(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  await ask();
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return median(times);
}

function listOfOnefit(url: string, uuid: string, from: Date, to: Date) {
  const query = new URLSearchParams({
    from: from.toISOString(),
    to: to.toISOString(),
    limit: '100',
  });
  const target = `${BASE}/venues/${uuid}/sessions?${query}`;
  return async () => {
    const timestamp = timestampOf(new Date());
    const signature = signed('test-secret', { method: 'GET', target, timestamp, rawBody: '' });
    const headers = { 'X-Timestamp': timestamp, 'X-Signature': signature };
    const answer = await fetch(`${url}${target}`, { headers });
    const { sessions } = (await answer.json()) as { sessions?: unknown[] };
    if (sessions?.length !== 100) throw new Error(`${target} gave ${answer.status}, not 100.`);
  };
}

/** What staff and Onefit open, over HTTP, at a venue in the middle of them all. */
export async function measurePages({ url, pid }: Pick<VenueProcess, 'url' | 'pid'>, knex: Knex) {
  const panel = await openPanel(url);
  const venues = await knex('venues')
    .orderBy('id')
    .select<Array<{ document_id: string; uuid: string }>>('document_id', 'uuid');
  const one = venues[Math.floor(venues.length / 2)];
  if (!one) throw new Error('There is no venue.');
  const now = new Date();
  const week = `from=${now.toISOString()}&to=${new Date(now.getTime() + WEEK_MS).toISOString()}`;
  const page = (path: string) => timed(() => panel.call('GET', path));
  const desk = `/front-desk/appointments?${week}&venue=${one.document_id}`;
  const times = {
    scheduleOfVenue: await page(desk),
    scheduleOfAll: await page(`/front-desk/appointments?${week}`),
    onefitStatus: await page('/onefit-aggregator/status'),
    onefitSessions: await page('/onefit-aggregator/sessions?page=1&pageSize=100'),
    onefitSessionsOfVenue: await page(
      `/onefit-aggregator/sessions?page=1&pageSize=100&venue=${one.document_id}`,
    ),
    listForOnefit: await timed(
      listOfOnefit(url, one.uuid, now, new Date(now.getTime() + 8 * WEEK_MS)),
    ),
    contentManagerBookings: await page(
      '/content-manager/collection-types/api::booking.booking?page=1&pageSize=10',
    ),
    contentManagerVenues: await page(
      '/content-manager/collection-types/api::venue.venue?page=1&pageSize=10',
    ),
  };
  const before = await processorSeconds(pid);
  for (let call = 0; call < DESK_CALLS; call += 1) await panel.call('GET', desk);
  const deskProcessorMs = (((await processorSeconds(pid)) - before) * 1000) / DESK_CALLS;
  return { times, deskProcessorMs };
}

export type PageTimes = Awaited<ReturnType<typeof measurePages>>['times'];
