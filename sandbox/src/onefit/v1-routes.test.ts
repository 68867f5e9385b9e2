import {
  linkVenue,
  sandboxFixture,
  SECRET,
  signedRequest,
  VENUE,
} from '../testing/sandbox-fixture';
import { sessionFixture } from '../testing/session-fixture';
import type { RunningSandbox } from '../sandbox';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await sandboxFixture({ secrets: ['newest', SECRET] });
});

afterAll(() => sandbox.stop());

beforeEach(() => {
  sandbox.parts.store.reset();
  sandbox.parts.faults.clear();
  linkVenue(sandbox);
});

const body = { sessions: [sessionFixture()] };

async function answerTo(request: Parameters<typeof signedRequest>[1]) {
  const response = await signedRequest(sandbox, request);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Record<string, unknown>,
  };
}

describe('the calls of the venue', () => {
  it('takes sessions and tells what it holds', async () => {
    expect(await answerTo({ body })).toMatchObject({
      status: 200,
      body: { results: [{ id: 's-1', outcome: 'accepted' }] },
    });
    expect(await answerTo({ method: 'GET' })).toMatchObject({
      status: 200,
      body: { sessions: [{ id: 's-1', version: 1, status: 'scheduled' }], nextCursor: null },
    });
  });

  it.each([
    ['a wrong secret', { body, secret: 'wrong' }, 401, 'signature_invalid'],
    ['an old time', { body, at: new Date(Date.now() - 301_000) }, 401, 'timestamp_out_of_range'],
    ['no signature', { body, headers: { 'x-signature': '' } }, 401, 'signature_missing'],
    ['a wrong secret before broken JSON', { body: '{', secret: 'no' }, 401, 'signature_invalid'],
    ['broken JSON', { body: '{' }, 400, 'invalid_request'],
    ['an unknown field', { body: { ...body, extra: 1 } }, 400, 'invalid_request'],
    ['an unknown query', { method: 'GET' as const, path: '/sessions?a=1' }, 400, 'invalid_request'],
    [
      'a made-up cursor',
      { method: 'GET' as const, path: '/sessions?cursor=x' },
      400,
      'invalid_request',
    ],
    ['text', { body, headers: { 'content-type': 'text/plain' } }, 415, 'unsupported_media_type'],
    ['3 MiB', { body: `"${'x'.repeat(3 * 1_048_576)}"` }, 413, 'body_too_large'],
    ['an unknown path', { method: 'GET' as const, path: '/nothing' }, 404, 'not_found'],
  ])('refuses %s', async (_name, request, status, code) => {
    const answer = await answerTo(request);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.type).toMatch(/^application\/problem\+json/);
    expect(sandbox.parts.store.venue(VENUE).sessions.size).toBe(0);
  });

  it('names every broken field of a batch and takes nothing of it', async () => {
    const bad = sessionFixture({ id: 's-2', startsAt: '2026-11-30T18:30:00+02:00' });
    const answer = await answerTo({ body: { sessions: [sessionFixture(), bad] } });
    expect(answer.body['errors']).toEqual([
      expect.objectContaining({ path: '/sessions/1/startsAt' }),
    ]);
    expect((await answerTo({ method: 'GET' })).body['sessions']).toEqual([]);
  });

  it('answers venue_not_linked without a link, for every call', async () => {
    sandbox.parts.store.reset();
    for (const request of [{ body }, { method: 'GET' as const }]) {
      expect(await answerTo(request)).toMatchObject({
        status: 404,
        body: { code: 'venue_not_linked' },
      });
    }
  });

  it('pages through what it holds, in order, without a gap', async () => {
    const sessions = Array.from({ length: 205 }, (_, i) => sessionFixture({ id: `s-${i}` }));
    for (let start = 0; start < sessions.length; start += 100) {
      await answerTo({ body: { sessions: sessions.slice(start, start + 100) } });
    }
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/sessions${cursor ? `?cursor=${cursor}` : ''}`;
      const page = (await answerTo({ method: 'GET', path })).body as {
        sessions: { id: string }[];
        nextCursor: string | null;
      };
      ids.push(...page.sessions.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(sessions.map(({ id }) => id).sort());
  });

  it('keeps to from and to', async () => {
    await answerTo({ body });
    const held = async (query: string): Promise<unknown> =>
      (await answerTo({ method: 'GET', path: `/sessions?${query}` })).body['sessions'];
    expect(await held('from=2026-11-30T17:30:00Z')).toHaveLength(1);
    expect(await held('to=2026-11-30T17:30:00Z')).toHaveLength(0);
    expect(await held('from=2026-11-30T17:30:01Z')).toHaveLength(0);
  });
});
