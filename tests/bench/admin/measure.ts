import { fillSignIn, fillWeek } from '../../support/busy-week';
import { makePlace } from '../../support/content';
import { startVenue } from '../../support/strapi';
import { startVenueProcess } from '../../support/venue-process';
import { median, ratio, rounded } from '../shared/figures';
import { alternate } from '../shared/progress';
import { pagesOf } from './pages';
import type { Page } from './pages';

const MONDAY = new Date('2027-01-04T00:00:00Z');
const NEXT_MONDAY = new Date('2027-01-11T00:00:00Z');

/** Calls of a round; a round counts with their mean. */
const CALLS = 20;
const SIDES = ['ours', 'stock', 'unchanged'] as const;

type Side = (typeof SIDES)[number];

/** Milliseconds of one page, and what ours takes of what stock's takes. */
export interface PageFigures {
  ms: number;
  stockMs: number;
  ratio: number;
  /** asked again while nothing has changed: 304 */
  unchangedMs: number;
}

export type AdminFigures = Record<Page['name'], PageFigures>;

/** Speaks to the panel's routes as one administrator. */
interface Caller {
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; tag: string; body: unknown }>;
}

async function signIn(url: string): Promise<Caller> {
  const registered = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      email: 'bench@venue.example',
      password: 'Bench-password-1',
      firstname: 'Ben',
      lastname: 'Ch',
    }),
  });
  const { data } = (await registered.json()) as { data: { token: string } };
  return {
    async get(path, headers = {}) {
      const answer = await fetch(`${url}${path}`, {
        headers: { Authorization: `Bearer ${data.token}`, ...headers },
      });
      const text = await answer.text();
      return {
        status: answer.status,
        tag: answer.headers.get('etag') ?? '',
        body: text === '' ? null : (JSON.parse(text) as unknown),
      };
    },
  };
}

/** The same rows on both sides, or the comparison means nothing. */
async function assertSameRows(caller: Caller, page: Page): Promise<void> {
  let stock = 0;
  for (const path of page.stock) {
    const { body, status } = await caller.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}.`);
    stock += (body as { results: unknown[] }).results.length;
  }
  const ours = page.rowsOf((await caller.get(page.ours)).body);
  if (ours !== page.rows || stock !== page.rows) {
    throw new Error(`${page.name}: ${page.rows} rows expected; ours ${ours}, stock ${stock}.`);
  }
}

/** A call that counts only as it should be answered: a refusal is quicker than any page. */
async function answered(
  caller: Caller,
  path: string,
  wanted: number,
  headers: Record<string, string> = {},
): Promise<void> {
  const { status } = await caller.get(path, headers);
  if (status !== wanted) throw new Error(`${path} answered ${status}, not ${wanted}.`);
}

async function measurePage(caller: Caller, page: Page, rounds: number): Promise<PageFigures> {
  await assertSameRows(caller, page);
  const { tag } = await caller.get(page.ours);
  const calls: Record<Side, () => Promise<void>> = {
    ours: () => answered(caller, page.ours, 200),
    async stock() {
      for (const path of page.stock) await answered(caller, path, 200);
    },
    unchanged: () => answered(caller, page.ours, 304, { 'If-None-Match': tag }),
  };
  const times: Record<Side, number[]> = { ours: [], stock: [], unchanged: [] };
  const round = async (side: Side): Promise<number> => {
    const began = performance.now();
    for (let call = 0; call < CALLS; call += 1) await calls[side]();
    return (performance.now() - began) / CALLS;
  };
  for (const side of SIDES) await round(side);
  await alternate({ rounds }, SIDES, async (side) => void times[side].push(await round(side)));
  return {
    ms: rounded(median(times.ours)),
    stockMs: rounded(median(times.stock)),
    ratio: rounded(ratio(times.ours, times.stock)),
    unchangedMs: rounded(median(times.unchanged)),
  };
}

/**
 * Fills a week with 300 appointments and one of them with 60 bookings, then measures both pages
 * against the content manager's lists of the same rows, on a server in a process of its own.
 */
export async function measureAdmin(rounds: number): Promise<AdminFigures> {
  const venue = await startVenue();
  try {
    const place = await makePlace(venue.strapi);
    const appointment = await fillWeek(venue, place, MONDAY, 300);
    await fillSignIn(venue, appointment, { active: 60, cancelled: 0 }, '1');
    const server = await startVenueProcess(venue.database);
    try {
      const caller = await signIn(server.url);
      const figures: Partial<AdminFigures> = {};
      const week = { from: MONDAY, to: NEXT_MONDAY };
      for (const page of pagesOf(week, appointment.documentId)) {
        figures[page.name] = await measurePage(caller, page, rounds);
      }
      return figures as AdminFigures;
    } finally {
      await server.stop();
    }
  } finally {
    await venue.stop();
  }
}
