import fc from 'fast-check';
import { Problem } from '../problems';
import { parseBookingRequest, parseCancelRequest, parseCheckInRequest } from './booking-requests';
import { parseLinkRequest } from './link-request';

const member = { id: 'm-1', firstName: 'Zoë', lastName: 'Member' };
const booking = (changes: object) => ({ sessionId: 's-1', member: { ...member, ...changes } });

/** The paths that a request is refused for; none when it is accepted. */
function faults(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid_request') throw error;
    return (error.errors ?? []).map(({ path }) => path);
  }
  return [];
}

describe('a booking request', () => {
  it('is read with names as given, blanks around them taken off', () => {
    const body = booking({ firstName: '  Zoë ', email: 'zoe@example.org', phone: '+31 6 123' });
    expect(parseBookingRequest(body)).toEqual({
      sessionId: 's-1',
      member: { ...member, email: 'zoe@example.org', phone: '+31 6 123' },
    });
  });

  it('counts characters, not code units', () => {
    expect(faults(() => parseBookingRequest(booking({ firstName: '🧘'.repeat(100) })))).toEqual([]);
    expect(faults(() => parseBookingRequest(booking({ firstName: '🧘'.repeat(101) })))).toEqual([
      'member.firstName',
    ]);
  });

  it.each([
    ['lastName', 'x'.repeat(100), 'x'.repeat(101)],
    ['email', `${'x'.repeat(248)}@x.org`, `${'x'.repeat(249)}@x.org`],
    ['phone', '1'.repeat(32), '1'.repeat(33)],
    ['id', 'a'.repeat(64), 'a'.repeat(65)],
    ['id', 'A-Z.a_z:0', 'a/b'],
    ['id', '.', ''],
    ['firstName', 'Åsa-Lü O’Neil', '   '],
    ['firstName', 'نرگس\u200cجان', 'Zo\u0000e'],
    ['firstName', 'x', 'Zo\ne'],
    ['firstName', 'x', 'Zo\u0085e'],
    ['firstName', 'x', 'Zo\u2028e'],
    ['firstName', 'Zo\u00a0e', 'Zo\u001fe'],
    ['firstName', 'Zo\u2027e', 'Zo\u007fe'],
    ['firstName', 'Zo\u202fe', 'Zo\u009fe'],
    ['firstName', 'Zo\u2065e', 'Zo\u2029e'],
    ['firstName', 'Zo\u206ae', 'Zo\u202ae'],
    ['firstName', 'Zo~e', 'Zo\u2066e'],
    ['firstName', 'Zo🧘e', 'Zo\u2069e'],
    ['firstName', 'x', 'Zo\u202ee'],
    ['firstName', 'x', 'Zo\ud800e'],
    ['firstName', 'x', ''],
    ['firstName', 'x', null],
    ['email', 'zoë@exämple.org', 'no-address'],
    ['email', 'a@b', 'a b@c'],
    ['email', 'a@b', 'a@b@c'],
    ['email', 'a@b', '@b'],
    ['email', 'a@b', 'a@'],
    ['email', 'a@b', 'a\u0000@b'],
    ['email', 'a@b', 'a@b\u202e'],
    ['email', 'a@b', 'a@b c'],
    ['email', 'a@b', null],
    ['id', 'a', ' a'],
    ['id', 'a', 'a '],
    ['phone', '+31', ''],
    ['nickname', undefined, 'Z'],
  ])('%s may be %j but not %j', (field, good, bad) => {
    const path = `member.${field}`;
    const given = good === undefined ? {} : { [field]: good };
    expect(faults(() => parseBookingRequest(booking(given)))).toEqual([]);
    expect(faults(() => parseBookingRequest(booking({ [field]: bad })))).toEqual([path]);
  });

  it.each([
    [{ id: '' }, 'must be an id of 1 to 64 characters of A-Z a-z 0-9 . _ : -'],
    [{ firstName: 'x'.repeat(101) }, 'must have at most 100 characters'],
    [{ firstName: '\u0000'.repeat(101) }, 'must have at most 100 characters'],
    [{ firstName: '\u0000\ud800' }, 'must not contain control characters'],
    [{ firstName: '\ud800' }, 'must be well-formed Unicode'],
    [{ firstName: ' ' }, 'must not be empty'],
    [{ email: 'x' }, 'must be an e-mail address'],
    [{ email: '' }, 'must be an e-mail address'],
  ])('with %j is refused once, with what to do', (changes, message) => {
    const path = `member.${Object.keys(changes)[0] ?? ''}`;
    expect(() => parseBookingRequest(booking(changes))).toThrow(
      expect.objectContaining({ errors: [{ path, message }] }),
    );
  });

  it('needs everything that is not optional', () => {
    expect(faults(() => parseBookingRequest({}))).toEqual(['sessionId', 'member']);
    expect(faults(() => parseBookingRequest({ sessionId: 's-1', member: {} }))).toEqual([
      'member.id',
      'member.firstName',
      'member.lastName',
    ]);
  });

  it('never fails otherwise than as invalid_request, whatever is sent', () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 4 });
    fc.assert(
      fc.property(anything, (body) => {
        expect(faults(() => parseBookingRequest(body)).length).toBeGreaterThan(0);
      }),
    );
  });

  it('is refused quickly, however the text is made', () => {
    const started = performance.now();
    for (const unit of ['a', '@', ' ', 'a@', '\u0000', '-', '🧘']) {
      const text = unit.repeat(30_000);
      faults(() => parseBookingRequest({ sessionId: text, member: { id: text } }));
      faults(() => parseBookingRequest(booking({ firstName: text, email: text, phone: text })));
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('a cancellation', () => {
  it('is read', () => {
    expect(parseCancelRequest({ late: true, cancelledAt: '2026-11-30T18:30:00+01:00' })).toEqual({
      late: true,
      cancelledAt: new Date('2026-11-30T17:30:00Z'),
    });
  });

  it.each([
    [{ cancelledAt: '2026-11-30T18:30:00Z' }, ['late']],
    [{ late: 'true', cancelledAt: '2026-11-30T18:30:00Z' }, ['late']],
    [{ late: true, cancelledAt: '2026-11-30T18:30:00' }, ['cancelledAt']],
    [{ late: true, cancelledAt: 1795327200 }, ['cancelledAt']],
    [{ late: true, cancelledAt: '2026-11-30T18:30:00Z', reason: 'ill' }, ['reason']],
  ])('%j is refused for %j', (body, paths) => {
    expect(faults(() => parseCancelRequest(body))).toEqual(paths);
  });
});

describe('a check-in', () => {
  it('is read', () => {
    expect(parseCheckInRequest({ at: '2026-11-30T18:30:00.5Z' })).toEqual({
      at: new Date('2026-11-30T18:30:00.500Z'),
    });
    expect(faults(() => parseCheckInRequest({}))).toEqual(['at']);
  });

  it('is told what an instant looks like', () => {
    const message =
      'must be an RFC 3339 instant with an offset, such as 2026-11-30T18:30:00+01:00 (in a query, write + as %2B)';
    expect(() => parseCheckInRequest({ at: 'now' })).toThrow(
      expect.objectContaining({ errors: [{ path: 'at', message }] }),
    );
    expect(faults(() => parseCheckInRequest({ at: '2026-11-30T18:30:00Z', by: 'me' }))).toEqual([
      'by',
    ]);
  });
});

describe('a link request', () => {
  it('takes a UUID in either case and gives it in lower case', () => {
    expect(
      parseLinkRequest({
        companyId: '0B7E7C1E-52A5-4B0E-9A52-6B1DE6F4C5D2',
        onefitVenueId: 'onefit-77',
      }),
    ).toEqual({ companyId: '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2', onefitVenueId: 'onefit-77' });
  });

  it.each([
    [{ companyId: 'studio', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0b7e7c1e52a54b0e9a526b1de6f4c5d2', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2a', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: 'a0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0g7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0b7e7c1e-52a5-4bge-9a52-6b1de6f4c5d2', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5g2', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0b7e7c1e-52a5-4b0e-6b1de6f4c5d2', onefitVenueId: 'o' }, ['companyId']],
    [{ companyId: '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2', onefitVenueId: '' }, ['onefitVenueId']],
    [{ onefitVenueId: 'o' }, ['companyId']],
  ])('%j is refused for %j', (body, paths) => {
    expect(faults(() => parseLinkRequest(body))).toEqual(paths);
  });

  it('is told what a UUID looks like, and keeps nothing that it does not know', () => {
    const path = 'companyId';
    const message = 'must be a UUID, such as 3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';
    expect(() => parseLinkRequest({ companyId: 'studio', onefitVenueId: 'o' })).toThrow(
      expect.objectContaining({ errors: [{ path, message }] }),
    );
    const companyId = '0b7e7c1e-52a5-4b0e-9a52-6b1de6f4c5d2';
    expect(
      faults(() => parseLinkRequest({ companyId, onefitVenueId: 'o', name: 'Studio' })),
    ).toEqual(['name']);
  });
});
