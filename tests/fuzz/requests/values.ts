import fc from 'fast-check';
import { resolved } from './document';
import type { Json, RequestDocument, Schema } from './document';

/** Values that fit a field better than any that its schema allows, by the field's name. */
export type Hints = Record<string, fc.Arbitrary<Json> | undefined>;

const YEAR_MS = 365 * 86_400_000;

/** Instants that the contract takes, written in all the ways that RFC 3339 has for them. */
export const instants: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(0, 1_000, Date.UTC(2999, 11, 31, 23, 59, 59), Date.UTC(2028, 1, 29)),
      fc.integer({ min: 0, max: 1_000 * YEAR_MS }),
    ),
    fc.constantFrom('Z', '+00:00', '-00:00'),
    fc.constantFrom('', '.0', '.123', '.123456789'),
  )
  .map(([at, zone, fraction]) => `${new Date(at).toISOString().slice(0, 19)}${fraction}${zone}`);

/** What a person may type: nothing but blanks is refused, which no JSON Schema can say shortly. */
function isTyped(text: string): boolean {
  return text.trim() !== '' && !/\p{Surrogate}/u.test(text);
}

/** Texts of the greatest length; a length counts code points. */
function longest(maxLength: number): string[] {
  const filled = ['a', '7', 'é', '😀'].map((character) => character.repeat(maxLength));
  return [...filled, `${'a'.repeat(maxLength - 2)}@b`];
}

/**
 * Texts by what they must not hold: fast-check makes them from the pattern itself only slowly, so
 * they are made by chance; also with an @ between, for addresses.
 */
function byChance(maxLength: number): Array<fc.Arbitrary<string>> {
  const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, 30) });
  return [texts, fc.tuple(texts, texts).map((halves) => halves.join('@'))];
}

/** Whether nothing but the pattern itself leads to a text that it takes. */
function isStrict({ pattern = '' }: Schema): boolean {
  return !pattern.includes('[^');
}

function makeTexts(schema: Schema): fc.Arbitrary<Json> {
  const { pattern = '', minLength = 0, maxLength = 40 } = schema;
  const fits = new RegExp(pattern, 'u');
  const isAllowed = (text: string) =>
    fits.test(text) &&
    isTyped(text) &&
    [...text].length >= minLength &&
    [...text].length <= maxLength;
  const boundaries = [...longest(maxLength), 'a', 'Z', '7'].filter(isAllowed);
  const made = isStrict(schema) ? [fc.stringMatching(fits)] : byChance(maxLength);
  return fc.oneof(
    ...made
      .filter((texts) => fc.sample(texts, { seed: 1, numRuns: 100 }).some(isAllowed))
      .map((texts) => texts.filter(isAllowed)),
    ...(boundaries.length > 0 ? [fc.constantFrom(...boundaries)] : []),
  );
}

/** Made once for each schema: what fast-check knows of Unicode is large. */
const texts = new WeakMap<Schema, fc.Arbitrary<Json>>();

function textsOf(schema: Schema): fc.Arbitrary<Json> {
  const known = texts.get(schema) ?? makeTexts(schema);
  texts.set(schema, known);
  return known;
}

/**
 * Values that a schema of the document allows, at its boundaries more often than within.
 *
 * @throws Error for a schema of a kind that no request had so far
 */
export function valuesOf(
  document: RequestDocument,
  schema: Schema,
  hints: Hints,
): fc.Arbitrary<Json> {
  const { type, format, properties, required, minimum, maximum } = resolved(document, schema);
  switch (type) {
    case 'object': {
      const fields = Object.entries(properties ?? {}).map(
        ([name, field]) => [name, hinted(document, field, hints, name)] as const,
      );
      return fc.record(Object.fromEntries(fields), { requiredKeys: required ?? [] });
    }
    case 'string':
      return format === 'date-time' ? instants : textsOf(resolved(document, schema));
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: minimum, max: maximum });
    default:
      throw new Error(`Requests with a ${type} are new: say here how they are made.`);
  }
}

const HINTED = 6;

/** Mostly what the hint says, since made-up ids find nothing; else what the schema allows. */
export function hinted(
  document: RequestDocument,
  schema: Schema,
  hints: Hints,
  name: string,
): fc.Arbitrary<Json> {
  const hint = hints[name];
  const isId = name === 'id' || name.endsWith('Id');
  if (hint && !isId) return hint;
  const values = valuesOf(document, schema, hints);
  return hint
    ? fc.oneof({ arbitrary: hint, weight: HINTED }, { arbitrary: values, weight: 1 })
    : values;
}
