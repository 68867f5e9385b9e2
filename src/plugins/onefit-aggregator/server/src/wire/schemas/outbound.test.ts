import fc from 'fast-check';
import { exampleSession } from '../examples';
import {
  bookingBatchSchema,
  MalformedAnswer,
  parseHeldPage,
  parseRefusal,
  parseResults,
  sessionBatchSchema,
} from './outbound';

const accepted = (id: string) => ({ id, outcome: 'accepted' });

describe('parseResults', () => {
  it('reads one result for each item, in order', () => {
    const answer = {
      results: [
        accepted('s-1'),
        { id: 's-2', outcome: 'stale', code: null },
        { id: 's-3', outcome: 'rejected', code: 'unknown_class', detail: 'No such class.' },
      ],
      requestId: 'left aside',
    };
    expect(parseResults(answer, ['s-1', 's-2', 's-3'])).toEqual([
      { id: 's-1', outcome: 'accepted', code: null, detail: null },
      { id: 's-2', outcome: 'stale', code: null, detail: null },
      { id: 's-3', outcome: 'rejected', code: 'unknown_class', detail: 'No such class.' },
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['text', '<html>'],
    ['no results', {}],
    ['too few', { results: [accepted('s-1')] }],
    ['too many', { results: ['s-1', 's-2', 's-3'].map(accepted) }],
    ['another order', { results: ['s-2', 's-1'].map(accepted) }],
    ['another outcome', { results: [accepted('s-1'), { id: 's-2', outcome: 'ok' }] }],
    ['a code that is no text', { results: [accepted('s-1'), { ...accepted('s-2'), code: 4 }] }],
    ['endless results', { results: Array.from({ length: 10_000 }, () => accepted('s-1')) }],
  ])('counts %s as a failed call', (_case, answer) => {
    expect(() => parseResults(answer, ['s-1', 's-2'])).toThrow(MalformedAnswer);
  });

  it.each([
    [{ results: [accepted('s-1')] }, '1 results for 2 items'],
    [{ results: ['s-1', 's-3'].map(accepted) }, 'result 1 is for another item'],
    [{ results: [accepted('s-1'), { id: 's-2', outcome: 'ok' }] }, 'see results.1.outcome'],
    ['<html>', 'it is no JSON object of the expected form'],
  ])('says of %j where it does not match', (answer, reason) => {
    expect(() => parseResults(answer, ['s-1', 's-2'])).toThrow(
      expect.objectContaining({
        name: 'MalformedAnswer',
        message: `Onefit's answer does not match the contract: ${reason}.`,
      }),
    );
  });

  it('reads a hundred results, and no more', () => {
    const ids = Array.from({ length: 101 }, (_, index) => `s-${index}`);
    const answer = (count: number) => ({ results: ids.slice(0, count).map(accepted) });
    expect(parseResults(answer(100), ids.slice(0, 100))).toHaveLength(100);
    expect(() => parseResults(answer(101), ids)).toThrow(MalformedAnswer);
  });

  it.each([
    ['x'.repeat(300), 'x'.repeat(300)],
    ['🧘'.repeat(300), '🧘'.repeat(300)],
    ['x'.repeat(301), `${'x'.repeat(299)}…`],
    [' a\r\n\u202e\u2066b\u2028c ', 'a b c'],
    ['a\ud800b', 'a b'],
    ['', null],
    ['\n', null],
  ])('keeps of the detail %j: %j', (detail, kept) => {
    const [result] = parseResults({ results: [{ ...accepted('s'), detail }] }, ['s']);
    expect(result?.detail).toBe(kept);
    expect(parseRefusal({ detail }).detail).toBe(kept);
  });

  it('looks at the beginning of an endless text alone', () => {
    const detail = `${' '.repeat(1199)}xy`;
    const [result] = parseResults({ results: [{ ...accepted('s'), detail }] }, ['s']);
    expect(result?.detail).toBe('x');
  });

  it('keeps of a foreign text one short line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (detail) => {
        const [result] = parseResults({ results: [{ ...accepted('s'), detail }] }, ['s']);
        const kept = result?.detail ?? '';
        expect([...kept].length).toBeLessThanOrEqual(300);
        expect(kept).not.toMatch(/[\p{Cc}\p{Surrogate}\u2028\u2029]/u);
      }),
    );
    const detail = `one\ntwo ${'x'.repeat(5000)}`;
    const [result] = parseResults({ results: [{ ...accepted('s'), detail }] }, ['s']);
    expect(result?.detail).toMatch(/^one two x+…$/);
  });

  it.each([
    ['Unknown_class.v-2', 'Unknown_class.v-2'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['x'.repeat(65), null],
    ['', null],
    ['<script>', null],
    ['a b', null],
    [' a', null],
    ['a ', null],
  ])('keeps of the code %j: %j', (code, kept) => {
    const answer = { results: [{ ...accepted('s'), code }] };
    expect(parseResults(answer, ['s'])[0]?.code).toBe(kept);
    expect(parseRefusal({ code }).code).toBe(kept);
  });
});

describe('parseHeldPage', () => {
  const held = { id: 's-1', version: 7, status: 'scheduled' };

  it('reads what Onefit holds, and leaves aside what it adds', () => {
    expect(
      parseHeldPage({ sessions: [{ ...held, name: 'Yoga' }], nextCursor: 'any / thing' }),
    ).toEqual({ sessions: [held], nextCursor: 'any / thing' });
  });

  it('reads what is just possible', () => {
    const page = {
      sessions: Array(1000).fill({ ...held, version: 2_147_483_647 }) as unknown,
      nextCursor: 'x'.repeat(1024),
    };
    expect(parseHeldPage(page)).toEqual(page);
    expect(parseHeldPage({ sessions: [], nextCursor: null })).toEqual({
      sessions: [],
      nextCursor: null,
    });
  });

  it.each([
    ['more sessions than a page has', { sessions: Array(1001).fill(held), nextCursor: null }],
    ['an endless cursor', { sessions: [], nextCursor: 'x'.repeat(1025) }],
    ['a version beyond', { sessions: [{ ...held, version: 2_147_483_648 }], nextCursor: null }],
    ['a version below 1', { sessions: [{ ...held, version: 0 }], nextCursor: null }],
    ['a version that is a fraction', { sessions: [{ ...held, version: 1.5 }], nextCursor: null }],
    ['an unknown status', { sessions: [{ ...held, status: 'open' }], nextCursor: null }],
    ['an id that is none', { sessions: [{ ...held, id: 'a b' }], nextCursor: null }],
    ['no cursor', { sessions: [] }],
    ['an empty cursor, which would never end', { sessions: [], nextCursor: '' }],
  ])('counts %s as a failed call', (_case, answer) => {
    expect(() => parseHeldPage(answer)).toThrow(MalformedAnswer);
  });
});

describe('parseRefusal', () => {
  it.each([
    [
      { code: 'venue_not_linked', detail: 'Link first.' },
      { code: 'venue_not_linked', detail: 'Link first.' },
    ],
    [
      { code: 404, detail: ['x'] },
      { code: null, detail: null },
    ],
    ['<html>', { code: null, detail: null }],
    [undefined, { code: null, detail: null }],
  ])('of %j reads %j', (answer, refusal) => {
    expect(parseRefusal(answer)).toEqual(refusal);
  });
});

describe('a batch', () => {
  const outcome = {
    id: 'b-1',
    sessionId: 's-1',
    status: 'no_show',
    modifiedAt: '2026-11-22T07:00:00Z',
    version: 3,
  };
  const batch = (count: number) => ({ bookings: Array(count).fill(outcome) as unknown });

  it('has from 1 to 100 items, and nothing beside', () => {
    expect(bookingBatchSchema.safeParse(batch(1)).success).toBe(true);
    expect(bookingBatchSchema.safeParse(batch(100)).success).toBe(true);
    for (const wrong of [batch(0), batch(101), {}, { ...batch(1), more: 1 }]) {
      expect(bookingBatchSchema.safeParse(wrong).success).toBe(false);
    }
    const sessions = (count: number) => ({
      sessions: Array(count).fill(exampleSession) as unknown,
    });
    expect(sessionBatchSchema.safeParse(sessions(1)).success).toBe(true);
    expect(sessionBatchSchema.safeParse(sessions(100)).success).toBe(true);
    for (const wrong of [{}, sessions(0), sessions(101), { sessions: [outcome] }]) {
      expect(sessionBatchSchema.safeParse(wrong).success).toBe(false);
    }
  });
});
