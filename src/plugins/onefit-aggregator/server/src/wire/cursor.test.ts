import fc from 'fast-check';
import {
  MAX_CURSOR_LENGTH,
  readBookingCursor,
  readSessionCursor,
  writeBookingCursor,
  writeSessionCursor,
} from './cursor';
import { LATEST_INSTANT } from './instant';
import { Problem } from './problems';

const ids = fc.stringMatching(/^[A-Za-z0-9._:-]{1,64}$/);
const instants = fc.date({ min: new Date(0), max: LATEST_INSTANT, noInvalidDate: true });
const venues = fc.uuid();

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('cursors', () => {
  it('come back as they were written, to the millisecond', () => {
    fc.assert(
      fc.property(ids, instants, venues, (id, at, venue) => {
        const session = writeSessionCursor({ startsAt: at, id }, venue);
        expect(readSessionCursor(session, venue)).toEqual({ startsAt: at, id });
        const booking = writeBookingCursor({ modifiedAt: at, id }, venue);
        expect(readBookingCursor(booking, venue)).toEqual({ modifiedAt: at, id });
        expect(booking).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(booking.length).toBeLessThanOrEqual(MAX_CURSOR_LENGTH);
      }),
    );
  });

  it('of another venue find nothing', () => {
    fc.assert(
      fc.property(ids, instants, venues, venues, (id, at, venue, other) => {
        fc.pre(venue !== other);
        const cursor = writeSessionCursor({ startsAt: at, id }, venue);
        expect(codeOf(() => readSessionCursor(cursor, other))).toBe('not_found');
      }),
    );
  });

  it('of another list are refused', () => {
    const position = { startsAt: new Date(0), modifiedAt: new Date(0), id: 'x' };
    expect(codeOf(() => readBookingCursor(writeSessionCursor(position, 'v'), 'v'))).toBe(
      'invalid_request',
    );
    expect(codeOf(() => readSessionCursor(writeBookingCursor(position, 'v'), 'v'))).toBe(
      'invalid_request',
    );
  });

  it('that are garbled are refused, whatever they hold', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), (text) => {
        const encoded = Buffer.from(text).toString('base64url');
        expect(codeOf(() => readSessionCursor(text, 'v'))).toBe('invalid_request');
        expect(codeOf(() => readSessionCursor(encoded, 'v'))).toBe('invalid_request');
      }),
    );
  });

  it.each([
    ['an instant beyond the calendar', { kind: 'sessions', venue: 'v', at: 9e15, id: 'x' }],
    ['an instant before 1970', { kind: 'sessions', venue: 'v', at: -1, id: 'x' }],
    ['an instant after 2999', { kind: 'sessions', venue: 'v', at: 32503680000001, id: 'x' }],
    ['an id that is none', { kind: 'sessions', venue: 'v', at: 1, id: 'a\u0000b' }],
    ['a fraction', { kind: 'sessions', venue: 'v', at: 1.5, id: 'x' }],
    [
      'a venue that is longer than any',
      { kind: 'sessions', venue: 'v'.repeat(37), at: 1, id: 'x' },
    ],
    ['another kind', { kind: 'venues', venue: 'v', at: 1, id: 'x' }],
    ['no id', { kind: 'sessions', venue: 'v', at: 1, id: '' }],
    ['more than it should', { kind: 'sessions', venue: 'v', at: 1, id: 'x', limit: 1 }],
  ])('with %s are refused', (_case, content) => {
    const cursor = Buffer.from(JSON.stringify(content)).toString('base64url');
    expect(codeOf(() => readSessionCursor(cursor, 'v'))).toBe('invalid_request');
  });

  it('that are garbled are named, with what to do', () => {
    const errors = [
      {
        path: 'cursor',
        message: 'must be a nextCursor of this list; to begin again, leave it out',
      },
    ];
    expect(() => readSessionCursor('garbled', 'v')).toThrow(expect.objectContaining({ errors }));
  });

  it.each([
    ['the least that there is', { kind: 'sessions', venue: 'v', at: 0, id: 'x' }],
    ['the longest venue', { kind: 'sessions', venue: 'v'.repeat(36), at: 1, id: 'x' }],
    ['the latest instant', { kind: 'sessions', venue: 'v', at: 32503680000000, id: 'x' }],
  ])('with %s are read', (_case, content) => {
    const cursor = Buffer.from(JSON.stringify(content)).toString('base64url');
    expect(readSessionCursor(cursor, content.venue)).toEqual({
      startsAt: new Date(content.at),
      id: 'x',
    });
  });

  it('that are longer than any are refused unread', () => {
    expect(codeOf(() => readSessionCursor('A'.repeat(100_000), 'v'))).toBe('invalid_request');
    const json = JSON.stringify({ kind: 'sessions', venue: 'v', at: 1, id: 'x' });
    const padded = (bytes: number) => Buffer.from(json.padEnd(bytes)).toString('base64url');
    expect(padded(384)).toHaveLength(MAX_CURSOR_LENGTH);
    expect(codeOf(() => readSessionCursor(padded(384), 'v'))).toBe('accepted');
    expect(codeOf(() => readSessionCursor(padded(385), 'v'))).toBe('invalid_request');
  });

  it('with stray characters are refused', () => {
    const cursor = writeSessionCursor({ startsAt: new Date(0), id: 'x' }, 'v');
    expect(codeOf(() => readSessionCursor(`${cursor}=`, 'v'))).toBe('invalid_request');
    expect(codeOf(() => readSessionCursor(`${cursor} `, 'v'))).toBe('invalid_request');
  });
});
