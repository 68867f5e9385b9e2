import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readHeld, SPAN_MS } from './held';
import { CallFailed, createOnefitClient } from './onefit-client';

const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const NOW = new Date('2026-11-24T06:00:00Z');
const YEAR = { from: NOW, until: new Date(NOW.getTime() + SPAN_MS) };
const goOn = async () => undefined;

// A thousand questions over HTTP take a moment.
jest.setTimeout(60_000);

interface Page {
  sessions: Array<{ id: string; version: number; status: string }>;
  nextCursor: string | null;
}

let server: Server;
/** What Onefit answers to one question. */
let answer: (query: URLSearchParams) => Page;
let asked: URLSearchParams[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://onefit.example');
    asked.push(searchParams);
    response.end(JSON.stringify(answer(searchParams)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});

afterAll(() => {
  server.closeAllConnections();
  return new Promise((closed) => server.close(closed));
});

beforeEach(() => {
  asked = [];
});

function read(span = YEAR, hold: () => Promise<void> = goOn) {
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const settings = { baseUrl, secrets: ['test-secret'], rateLimit: 1, redisUrl: '' };
  return readHeld(createOnefitClient(settings, { now: () => NOW }), VENUE, span, hold);
}

/** Why reading failed, which it must. */
async function failure(): Promise<Pick<CallFailed, 'kind' | 'code' | 'detail'>> {
  const error: unknown = await read().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CallFailed)) throw new Error(`It did not fail so: ${String(error)}`);
  const { kind, code, detail } = error;
  return { kind, code, detail };
}

const session = (id: string, version = 1) => ({ id, version, status: 'scheduled' });

describe('what Onefit holds', () => {
  it('is read page by page, with the cursor of the page before', async () => {
    const pages: Record<string, Page> = {
      none: { sessions: [session('s-1')], nextCursor: 'one' },
      one: { sessions: [session('s-2')], nextCursor: 'two' },
      two: { sessions: [session('s-3')], nextCursor: null },
    };
    answer = (query) => pages[query.get('cursor') ?? 'none'] as Page;
    expect([...(await read()).keys()]).toEqual(['s-1', 's-2', 's-3']);
    expect(asked.map((query) => query.get('cursor'))).toEqual([null, 'one', 'two']);
  });

  it('is asked for span by span, none longer than a question may be, without a gap', async () => {
    answer = () => ({ sessions: [], nextCursor: null });
    const until = new Date(NOW.getTime() + 2 * SPAN_MS + 1);
    await read({ from: NOW, until });
    const spans = asked.map((query) => [query.get('from'), query.get('to')]);
    const [first, second] = [1, 2].map((n) => new Date(NOW.getTime() + n * SPAN_MS).toISOString());
    expect(spans).toEqual([
      [NOW.toISOString(), first],
      [first, second],
      [second, until.toISOString()],
    ]);
  });

  it('may show a session twice while it changes: the newer version counts', async () => {
    const sessions = [session('s-1', 5), session('s-1', 7), session('s-1', 6)];
    answer = () => ({ sessions, nextCursor: null });
    expect((await read()).get('s-1')).toEqual({ version: 7, status: 'scheduled' });
  });

  it('is not read on once reading has to stop', async () => {
    answer = () => ({ sessions: [], nextCursor: `page-${asked.length}` });
    const stop = async () => {
      if (asked.length === 3) throw new Error('stopped');
    };
    await expect(read(YEAR, stop)).rejects.toThrow('stopped');
    expect(asked).toHaveLength(3);
  });
});

describe('a list without an end', () => {
  const ENDLESS = { kind: 'unreachable', code: 'malformed_answer' };

  it('is given up where a page leads to itself', async () => {
    answer = () => ({ sessions: [session('s-1')], nextCursor: 'again' });
    expect(await failure()).toEqual({
      ...ENDLESS,
      detail: "Onefit's list of sessions does not end: a page leads back to an earlier one.",
    });
    expect(asked).toHaveLength(2);
  });

  it('is given up where pages go round in a longer circle', async () => {
    answer = () => ({ sessions: [], nextCursor: `page-${asked.length % 3}` });
    expect(await failure()).toMatchObject(ENDLESS);
    expect(asked).toHaveLength(4);
  });

  it('is given up after more pages than a venue can fill', async () => {
    answer = () => ({ sessions: [], nextCursor: `page-${asked.length}` });
    expect(await failure()).toEqual({
      ...ENDLESS,
      detail: "Onefit's list of sessions does not end: 1000 pages.",
    });
    expect(asked).toHaveLength(1_000);
  });

  it('is given up with more sessions than a venue can hold', async () => {
    const PAGE = 1_000;
    answer = () => ({
      sessions: Array.from({ length: PAGE }, (_, at) => session(`s-${asked.length * PAGE + at}`)),
      nextCursor: `page-${asked.length}`,
    });
    const { detail, ...rest } = await failure();
    expect(rest).toEqual(ENDLESS);
    expect(detail).toMatch(/does not end: \d{6} sessions/);
    expect(asked.length).toBeLessThan(200);
  });
});
