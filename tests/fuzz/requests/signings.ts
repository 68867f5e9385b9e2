import fc from 'fast-check';
import type { Rewriting, Signing } from './recipe';

const headerValue = fc.constantFrom(
  null,
  '',
  ' ',
  'x',
  '0',
  'null',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'A'.repeat(4_000),
  '1795327200',
  '2026-02-30T06:00:00Z',
  '9999-12-31T23:59:59Z',
  '\u00e9'.repeat(44),
);

/** Ways to sign that must never let a request in. */
export const wrongSignings: fc.Arbitrary<Signing> = fc.oneof(
  fc.constant<Signing>({ how: 'nothing' }),
  fc.record({
    how: fc.constant('header' as const),
    name: fc.constantFrom('X-Signature' as const, 'X-Timestamp' as const),
    value: headerValue,
  }),
  fc.record({
    how: fc.constant('secret' as const),
    secret: fc.constantFrom('x', 'test-secre', 'test-secret ', 'Test-secret', 'undefined', ','),
  }),
  fc.record({
    how: fc.constant('moved' as const),
    part: fc.constantFrom('method' as const, 'target' as const, 'body' as const),
  }),
  fc.record({
    how: fc.constant('late' as const),
    seconds: fc.constantFrom(-31_536_000, -3_600, -330, 330, 3_600, 31_536_000),
  }),
  fc.record({
    how: fc.constant('rewritten' as const),
    as: fc.constantFrom<Rewriting[]>('hex', 'base64url', 'lower-case', 'doubled', 'with a blank'),
  }),
);

export const rightSigning: fc.Arbitrary<Signing> = fc.constant({ how: 'right' });
