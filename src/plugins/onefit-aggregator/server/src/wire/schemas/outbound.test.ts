import fc from 'fast-check';
import { MalformedAnswer, parseHeldPage, parseRefusal, parseResults } from './outbound';

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

  it('keeps no code that is no word', () => {
    const answer = { results: [{ ...accepted('s'), code: '<script>' }] };
    expect(parseResults(answer, ['s'])[0]?.code).toBeNull();
  });
});

describe('parseHeldPage', () => {
  const held = { id: 's-1', version: 7, status: 'scheduled' };

  it('reads what Onefit holds, and leaves aside what it adds', () => {
    expect(
      parseHeldPage({ sessions: [{ ...held, name: 'Yoga' }], nextCursor: 'any / thing' }),
    ).toEqual({ sessions: [held], nextCursor: 'any / thing' });
  });

  it.each([
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
