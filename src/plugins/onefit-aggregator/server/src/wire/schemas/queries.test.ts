import { writeBookingCursor, writeSessionCursor } from '../cursor';
import { Problem } from '../problems';
import { parseBookingsQuery, parseSessionsQuery } from './queries';

const now = new Date('2026-11-22T06:00:00Z');
const venueId = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
const context = { venueId, now };
const days = (count: number) => count * 86_400_000;

function refusal(read: () => unknown): { code: string; paths: string[] } | null {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, paths: (error.errors ?? []).map(({ path }) => path) };
  }
  return null;
}

describe('the query of sessions', () => {
  it('asks for a year from now when it says nothing', () => {
    expect(parseSessionsQuery({}, context)).toEqual({
      from: now,
      to: new Date(now.getTime() + days(366)),
      after: null,
      limit: 50,
    });
  });

  it('is read', () => {
    const position = { startsAt: new Date('2026-12-01T17:30:00Z'), id: 's-9' };
    const query = {
      from: '2026-12-01T00:00:00+01:00',
      to: '2026-12-08T00:00:00+01:00',
      cursor: writeSessionCursor(position, venueId),
      limit: '100',
    };
    expect(parseSessionsQuery(query, context)).toEqual({
      from: new Date('2026-11-30T23:00:00Z'),
      to: new Date('2026-12-07T23:00:00Z'),
      after: position,
      limit: 100,
    });
  });

  it.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ limit: '-1' }, 'limit'],
    [{ limit: '1.5' }, 'limit'],
    [{ limit: '1e1' }, 'limit'],
    [{ limit: '' }, 'limit'],
    [{ limit: ['5', '6'] }, 'limit'],
    [{ from: '2026-12-01' }, 'from'],
    [{ from: '2026-12-01T00:00:00 01:00' }, 'from'],
    [{ to: '2026-11-22T05:59:59Z' }, 'to'],
    [{ to: '2027-11-23T06:00:01Z' }, 'to'],
    [{ cursor: 'not a cursor' }, 'cursor'],
    [{ cursor: 'AAAA' }, 'cursor'],
    [{ cursor: 'A'.repeat(600) }, 'cursor'],
    [{ page: '2' }, 'page'],
  ])('%j is refused for %s', (query, path) => {
    expect(refusal(() => parseSessionsQuery(query, context))).toEqual({
      code: 'invalid_request',
      paths: [path],
    });
  });

  it.each([
    [{ limit: '0' }, 'must be at least 1'],
    [{ limit: '101' }, 'must be at most 100'],
    [{ limit: '1000' }, 'must be a whole number from 1 to 100'],
    [{ limit: 'x1' }, 'must be a whole number from 1 to 100'],
    [{ limit: '1x' }, 'must be a whole number from 1 to 100'],
    [{ cursor: '+AAA' }, 'must be a nextCursor of this list'],
    [{ cursor: 'AAA=' }, 'must be a nextCursor of this list'],
    [{ to: '2026-11-22T05:59:59Z' }, 'must not lie before from'],
    [
      { to: '2027-11-23T06:00:01Z' },
      'must lie at most 366 days after from; ask for a shorter range',
    ],
  ])('%j is refused once, with what to do', (query, message) => {
    const [path] = Object.keys(query);
    expect(() => parseSessionsQuery(query, context)).toThrow(
      expect.objectContaining({ errors: [{ path, message }] }),
    );
  });

  it('says of a cursor that is too long what it says of any', () => {
    const message = 'must be a nextCursor of this list';
    expect(() => parseSessionsQuery({ cursor: 'A'.repeat(513) }, context)).toThrow(
      expect.objectContaining({ errors: [{ path: 'cursor', message }] }),
    );
  });

  it.each([{ to: '2027-11-23T06:00:00Z' }, { to: '2026-11-22T06:00:00Z' }, { limit: '1' }])(
    '%j is at the edge and accepted',
    (query) => {
      expect(refusal(() => parseSessionsQuery(query, context))).toBeNull();
    },
  );

  it('stays inside the range of instants at its end', () => {
    const query = { from: '2999-12-31T00:00:00Z' };
    expect(parseSessionsQuery(query, context).to).toEqual(new Date('3000-01-01T00:00:00Z'));
  });

  it('finds nothing with the cursor of another venue', () => {
    const cursor = writeSessionCursor({ startsAt: now, id: 's-1' }, venueId.replace('3', '4'));
    expect(refusal(() => parseSessionsQuery({ cursor }, context))?.code).toBe('not_found');
  });
});

describe('the query of bookings', () => {
  it('asks for all when it says nothing', () => {
    expect(parseBookingsQuery({}, context)).toEqual({
      sessionId: null,
      modifiedSince: null,
      after: null,
      limit: 50,
    });
  });

  it('is read', () => {
    const position = { modifiedAt: new Date('2026-11-22T05:00:00.123Z'), id: 'b-9' };
    const query = {
      sessionId: 's-1',
      modifiedSince: '1970-01-01T00:00:00Z',
      cursor: writeBookingCursor(position, venueId),
    };
    expect(parseBookingsQuery(query, context)).toEqual({
      sessionId: 's-1',
      modifiedSince: new Date(0),
      after: position,
      limit: 50,
    });
  });

  it.each([{ page: '2' }, { sessionId: 'a b' }, { modifiedSince: 'now' }, { limit: '0' }])(
    '%j is refused',
    (query) => {
      expect(refusal(() => parseBookingsQuery(query, context))).toEqual({
        code: 'invalid_request',
        paths: Object.keys(query),
      });
    },
  );

  it('does not take the cursor of the other list', () => {
    const cursor = writeSessionCursor({ startsAt: now, id: 's-1' }, venueId);
    expect(refusal(() => parseBookingsQuery({ cursor }, context))?.code).toBe('invalid_request');
  });
});
