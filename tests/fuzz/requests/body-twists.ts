import fc from 'fast-check';
import type { Recipe, Sending, Twist } from './recipe';
import { oddText } from './texts';

/** The most bytes that a body may have by the contract. */
const MOST_BYTES = 64 * 1024;

function onBody(name: string, change: (body: Buffer) => Buffer): Twist<Recipe> {
  return { name, apply: (recipe) => ({ ...recipe, body: change(recipe.body) }) };
}

function onText(name: string, change: (text: string) => string): Twist<Recipe> {
  return onBody(name, (body) => Buffer.from(change(body.toString('utf8')), 'utf8'));
}

const cutShort = fc
  .double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  .map((share) =>
    onBody('the body is cut short', (body) => body.subarray(0, Math.floor(body.length * share))),
  );

const flipped = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 255 })).map(([at, mask]) =>
  onBody('a byte of the body is another', (body) => {
    const changed = Buffer.from(body);
    if (changed.length > 0) {
      const index = at % changed.length;
      changed.writeUInt8((changed[index] ?? 0) ^ mask, index);
    }
    return changed;
  }),
);

const doubledKey = fc
  .tuple(
    fc.boolean(),
    fc.constantFrom('sessionId', 'member', 'late', 'at', 'companyId', '__proto__'),
    oddText,
  )
  .map(([first, key, value]) => {
    const field = `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    return onText(`the body names ${key} twice`, (text) =>
      first ? text.replace(/^\{/, `{${field},`) : text.replace(/\}$/, `,${field}}`),
    );
  });

const broken = fc
  .constantFrom<
    Array<[string, (text: string) => string]>
  >(['JSON and more', (text) => `${text}x`], ['two bodies', (text) => text + text], ['a comment', (text) => `/* */${text}`], ['a comma too many', (text) => text.replace(/\}$/, ',}')], ['single quotes', (text) => text.replaceAll('"', "'")], ['names without quotes', (text) => text.replaceAll(/"(\w+)":/g, '$1:')], ['NaN', (text) => text.replace(/:"[^"]*"/, ':NaN')], ['a number too large', (text) => text.replace(/:"[^"]*"/, ':1e999')], ['hexadecimal', (text) => text.replace(/:"[^"]*"/, ':0x1F')], ['half a surrogate pair', (text) => text.replace(/:"[^"]*"/, ':"\\ud800"')], ['a raw line feed', (text) => text.replace(/:"/, ':"\n')], ['a byte order mark', (text) => `\ufeff${text}`], ['a form', () => 'late=true&at=now'], ['XML', () => '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///x">]><x>&y;</x>'])
  .map(([what, change]) => onText(`the body is ${what}`, change));

const encoded = fc
  .constantFrom<
    Array<[string, (body: Buffer) => Buffer]>
  >(['UTF-16', (body) => Buffer.from(body.toString('utf8'), 'utf16le')], ['no UTF-8', (body) => Buffer.concat([body.subarray(0, 20), Buffer.from([0xc3,
            0x28])])], ['an overlong sequence', (body) => Buffer.concat([Buffer.from([0xc0, 0xaf]), body])], ['NUL bytes', () => Buffer.alloc(100)], ['nothing', () => Buffer.alloc(0)], ['blanks', () => Buffer.from(' \n\t ')])
  .map(([what, change]) => onBody(`the body is ${what}`, change));

/** Filled up with blanks, which JSON allows, to just below, at, and above the limit. */
const filledUp = fc
  .constantFrom(MOST_BYTES - 1, MOST_BYTES, MOST_BYTES + 1, 2 * MOST_BYTES, 20 * MOST_BYTES)
  .map((length) =>
    onBody(`the body has ${length} bytes`, (body) =>
      Buffer.concat([body, Buffer.alloc(Math.max(0, length - body.length), ' ')]),
    ),
  );

const deep = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.constantFrom(100, 5_000, 10_000))
  .map(([opening, depth]) =>
    onBody('the body is nested deeply', () => Buffer.from(opening.repeat(depth))),
  );

const sentAs = fc.constantFrom<Sending[]>('chunked', 'chunked', 'cut').map((sending) => ({
  name: sending === 'cut' ? 'the caller goes away half-way' : 'the body comes in chunks',
  apply: (recipe: Recipe) => ({ ...recipe, sending }),
}));

/** Changes to the bytes of a body, whatever they say. */
export const bodyTwists: fc.Arbitrary<Twist<Recipe>> = fc.oneof(
  { arbitrary: doubledKey, weight: 3 },
  { arbitrary: broken, weight: 4 },
  { arbitrary: flipped, weight: 2 },
  { arbitrary: cutShort, weight: 2 },
  { arbitrary: encoded, weight: 2 },
  { arbitrary: sentAs, weight: 3 },
  { arbitrary: filledUp, weight: 1 },
  { arbitrary: deep, weight: 1 },
);
