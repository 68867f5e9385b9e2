import fc from 'fast-check';
import type { Json } from './document';

/** Texts that programs have tripped on. */
const KNOWN_TRIPS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'line\r\nX-Injected: yes',
  '\u202eesrever',
  '\u2028',
  '\ufeff',
  '\uffff',
  '\ud800',
  'half \udfff pair',
  'Zoë',
  'Zoe\u0308',
  'ﷺ'.repeat(20),
  '👩‍👩‍👧‍👦',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(5),
  'Z̸̡̢͓̻͇͙̩̪̻͛͌̈́͝a̷l̶g̵o̴',
  'İıŞ',
  'ǆ',
  '１２３',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '0x10',
  '1e999',
  "' OR '1'='1",
  "'; DROP TABLE bookings; --",
  '\\',
  '\\u0000',
  '%00',
  '%s%n%x',
  '${7*7}',
  '{{7*7}}',
  '${jndi:ldap://127.0.0.1/x}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '*',
  '?',
  '#',
  ';',
];

/** Lengths around those that the contract and its columns know. */
const LENGTHS = [35, 36, 64, 65, 100, 101, 254, 255, 256, 512, 513, 1_000, 10_000, 40_000];

const longText = fc
  .tuple(fc.constantFrom('a', 'ë', '😀', ' ', '\u0000', '9'), fc.constantFrom(...LENGTHS))
  .map(([character, length]) => character.repeat(length));

/** Any text: made up, long, or known for the harm it has done. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...KNOWN_TRIPS), weight: 4 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 2 },
  { arbitrary: longText, weight: 1 },
);

/** Names of fields that nobody asked for. */
export const oddName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '', 'id', 'x', '$ref', '0'),
  oddText,
);

function nested(depth: number, inAList: boolean): Json {
  let value: Json = 1;
  for (let level = 0; level < depth; level += 1) value = inAList ? [value] : { a: value };
  return value;
}

const deep = fc
  .tuple(fc.constantFrom(8, 9, 100, 1_000), fc.boolean())
  .map(([depth, inAList]) => nested(depth, inAList));

/** Any value of any type, in place of what is asked for. */
export const oddValue: fc.Arbitrary<Json> = fc.oneof(
  {
    arbitrary: fc.constantFrom<Json[]>(null, true, false, 0, -1, 1.5, [], {}, [[]], [null]),
    weight: 3,
  },
  { arbitrary: fc.constantFrom(1e21, -0, 2 ** 31, 2 ** 53, Number.MAX_VALUE, 5e-324), weight: 1 },
  { arbitrary: oddText, weight: 4 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>, weight: 2 },
  { arbitrary: deep, weight: 1 },
  {
    arbitrary: fc.tuple(oddName, oddText).map(([name, text]) => pair(name, text)),
    weight: 1,
  },
);

/** An object with one own field of any name, `__proto__` as well. */
export function pair(name: string, value: Json): Json {
  return Object.defineProperty({}, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** UTF-8, percent-encoded where it is not plain. */
export function percentEncoded(text: string): string {
  return [...Buffer.from(text, 'utf8')]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._~:-]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
