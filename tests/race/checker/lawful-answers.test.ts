import { HandMade } from './hand-made';

const LAWFUL = 'every answer is one that the contract knows';

describe('an answer', () => {
  it('is never a 5xx but 503 with Retry-After', () => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10], [503, 'temporarily_unavailable']);
    expect(run.broken()).toEqual([]);
    const silent = run.book('b-2', 'm-2', [0, 10], [503, 'temporarily_unavailable']);
    if (silent.answer) silent.answer.retryAfter = false;
    expect(run.broken()).toEqual([LAWFUL]);
  });

  it.each([
    [500, 'internal_error'],
    [400, 'invalid_request'],
    [404, 'not_found'],
    [409, 'something_else'],
  ])('is never %d %s to a booking', (status, code) => {
    const run = new HandMade();
    run.book('b-1', 'm-1', [0, 10], [status, code]);
    expect(run.broken()).toEqual([LAWFUL]);
  });

  it('comes, unless the caller went away by itself', () => {
    const run = new HandMade();
    const call = run.book('b-1', 'm-1', [0, null]);
    expect(run.broken()).toEqual([]);
    call.lost = 'socket hang up';
    expect(run.broken()).toEqual([LAWFUL]);
  });
});
