import fc from 'fast-check';
import type { Call, Json, Parameter, RequestDocument } from './document';
import type { Known } from './known';
import type { Draft } from './recipe';
import { percentEncoded } from './texts';
import { hinted, valuesOf } from './values';
import type { Hints } from './values';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** The longest range of a list, less a day for the clock. */
const RANGE_DAYS = 365;

function around(madeAt: Date, from: number, to: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: from, max: to })
    .map((minutes) => new Date(madeAt.getTime() + minutes * MINUTE).toISOString());
}

/** How many new ids of a kind meet each other in one round. */
const POOL = 40;

/**
 * Known ids, and new ones: those of a round come again, so that bookings meet their repeats and
 * cancellations; others come once.
 */
function idsOf(
  kind: string,
  known: string[],
  { round }: Known,
  weights: { known: number; ofRound: number; once: number },
): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...known), weight: weights.known },
    {
      arbitrary: fc.nat(POOL).map((number) => `${kind}-${round}-${number}`),
      weight: weights.ofRound,
    },
    { arbitrary: fc.nat(9_999_999).map((number) => `${kind}-new-${number}`), weight: weights.once },
  );
}

function venueHint({ operationId }: Call, known: Known): fc.Arbitrary<string> {
  const { movable, venue, venues } = known;
  // The link of the venue that everything else is about is left alone.
  if (operationId === 'linkVenue' || operationId === 'unlinkVenue') {
    return fc.constant(movable.venue);
  }
  return fc.oneof(
    { arbitrary: fc.constant(venue), weight: 8 },
    { arbitrary: fc.constantFrom(...venues), weight: 2 },
  );
}

/** What the document cannot say: which ids exist, and which instants make sense together. */
function hintsOf(call: Call, known: Known): Hints {
  const { madeAt } = known;
  const cursors = known.cursors[call.operationId] ?? [];
  return {
    venueId: venueHint(call, known),
    companyId: fc.oneof(
      { arbitrary: fc.constant(known.movable.company), weight: 3 },
      { arbitrary: fc.constantFrom(...known.companies), weight: 1 },
    ),
    sessionId: fc.oneof(fc.constantFrom(...known.open), fc.constantFrom(...known.sessions)),
    bookingId: idsOf(
      'b',
      known.bookings,
      known,
      call.operationId === 'putBooking'
        ? { known: 1, ofRound: 3, once: 2 }
        : { known: 3, ofRound: 6, once: 1 },
    ),
    id: idsOf('m', known.members, known, { known: 1, ofRound: 3, once: 2 }),
    // No clock of Onefit's may run far ahead of the venue's.
    at: fc.oneof(
      { arbitrary: around(madeAt, -40, 3), weight: 4 },
      { arbitrary: around(madeAt, -365 * DAY_MINUTES, 0), weight: 1 },
    ),
    cursor: cursors.length > 0 ? fc.constantFrom(...cursors) : undefined,
  };
}

/** `from` and `to` of a list belong together, whichever of them are given. */
const ranges = (madeAt: Date) =>
  fc
    .record({
      back: fc.nat(RANGE_DAYS),
      days: fc.nat(RANGE_DAYS),
      given: fc.constantFrom('both', 'from', 'to', 'none'),
    })
    .map(({ back, days, given }): Array<[string, string]> => {
      const at = (day: number) =>
        new Date(madeAt.getTime() + day * DAY_MINUTES * MINUTE).toISOString();
      const from: [string, string] = ['from', at(-back)];
      if (given === 'both') return [from, ['to', at(days - back)]];
      if (given === 'from') return [from];
      return given === 'to' ? [['to', at(1 + Math.floor(days / 2))]] : [];
    });

/** A parameter as it is written: parameters are texts and numbers. */
function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parameterTexts(
  document: RequestDocument,
  parameters: Parameter[],
  hints: Hints,
): fc.Arbitrary<Array<[string, string]>> {
  const each = parameters.map(({ name, schema, required }) => {
    const value = hinted(document, schema, hints, name).map(textOf);
    return fc
      .option(value, { nil: null, freq: required ? Number.MAX_SAFE_INTEGER : 2 })
      .map((text) => [name, text] as const);
  });
  return fc
    .tuple(...each)
    .map((all) => all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function queriesOf(document: RequestDocument, call: Call, known: Known, hints: Hints) {
  const inQuery = call.parameters.filter((parameter) => parameter.in === 'query');
  // A cursor that nobody gave is no cursor, whatever its form.
  const askable = inQuery.filter(({ name }) => name !== 'cursor' || hints.cursor !== undefined);
  if (!inQuery.some(({ name }) => name === 'from')) {
    return parameterTexts(document, askable, hints);
  }
  const others = askable.filter(({ name }) => name !== 'from' && name !== 'to');
  return fc
    .tuple(ranges(known.madeAt), parameterTexts(document, others, hints))
    .map(([range, rest]) => [...range, ...rest]);
}

function segmentsOf(path: string, values: Array<[string, string]>): string[] {
  const given = new Map(values);
  return path
    .split('/')
    .slice(1)
    .map((step) => {
      const name = /^\{(\w+)\}$/.exec(step)?.[1];
      return name === undefined ? step : percentEncoded(given.get(name) ?? '');
    });
}

function written(query: Array<[string, string]>): string | null {
  if (query.length === 0) return null;
  return query.map(([name, value]) => `${name}=${percentEncoded(value)}`).join('&');
}

/** Requests of one call, just as the document has them. */
export function draftsOf(document: RequestDocument, call: Call, known: Known): fc.Arbitrary<Draft> {
  const hints = hintsOf(call, known);
  const inPath = call.parameters.filter((parameter) => parameter.in === 'path');
  const { operationId, method, path, body } = call;
  return fc
    .record({
      path: parameterTexts(document, inPath, hints),
      query: queriesOf(document, call, known, hints),
      json: body ? valuesOf(document, body, hints) : fc.constant<Json | undefined>(undefined),
    })
    .map(({ path: values, query, json }) => ({
      operationId,
      method,
      segments: segmentsOf(path, values),
      query: written(query),
      json,
    }));
}
