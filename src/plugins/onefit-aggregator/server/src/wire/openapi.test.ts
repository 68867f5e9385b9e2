import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { openApiDocument } from './openapi';
import type { JsonObject } from './openapi';
import { operationList } from './operations';
import { problemKind } from './problems';
import { refusalsOf } from './operation';
import { bookingRequestSchema } from './schemas/booking-requests';

const document = openApiDocument({ version: '1.2.3', serverUrl: 'https://studio.invalid/' });
const text = JSON.stringify(document);

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
ajv.addKeyword('components');
ajv.addSchema({ $id: 'document', components: document.components });

/** Every value below a node, with where it stands. */
function* nodes(value: unknown, path: string[] = []): Generator<[string[], unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, [...path, key]);
}

function at(pointer: string): unknown {
  return pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, step) => (node as JsonObject | undefined)?.[step], document);
}

/** What ajv has against a value by a schema of the document. */
function faults(schema: unknown, value: unknown): unknown {
  const absolute = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components/', '"document#/components/'),
  ) as JsonObject;
  const validate = ajv.compile(absolute);
  return validate(value) ? [] : validate.errors;
}

/** All media types of the document: bodies, answers and refusals, of both directions. */
function mediaTypes(): [string, JsonObject][] {
  return [...nodes(document)].flatMap(([path, value]) => {
    const isMediaType = path.at(-2) === 'content' && typeof value === 'object';
    return isMediaType ? [[path.slice(0, -2).join(' '), value as JsonObject]] : [];
  });
}

describe('the OpenAPI document', () => {
  it('says what it is and where', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { version: '1.2.3' },
      servers: [{ url: 'https://studio.invalid/api/onefit-aggregator/v1' }],
    });
  });

  it('is the same every time, and nothing but JSON', () => {
    const again = openApiDocument({ version: '1.2.3', serverUrl: 'https://studio.invalid' });
    expect(JSON.stringify(again)).toBe(text);
    expect(JSON.parse(text)).toEqual(document);
  });

  it('refers only to what is there', () => {
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer ?? '');
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((pointer) => at(pointer) === undefined)).toEqual([]);
  });

  it.each(operationList)('has $operationId with every answer', (operation) => {
    const item = at('#/paths') as Record<string, Record<string, JsonObject>>;
    const described = item[operation.path]?.[operation.method.toLowerCase()];
    const statuses = [
      ...operation.answers.map(({ status }) => status),
      ...refusalsOf(operation).map((code) => problemKind(code).status),
    ];
    expect(Object.keys(described?.responses ?? {}).map(Number)).toEqual(
      [...new Set(statuses)].sort((a, b) => a - b),
    );
    expect(described?.security).toEqual(operation.signed ? [{ timestamp: [], signature: [] }] : []);
    expect('requestBody' in (described ?? {})).toBe(operation.body !== undefined);
  });

  it('gives the query of sessions in what it means', () => {
    const parameters = (
      at('#/paths') as Record<string, { get: { parameters: { name: string }[] } }>
    )['/venues/{venueId}/sessions']?.get.parameters;
    expect(parameters?.find(({ name }) => name === 'limit')).toMatchObject({
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    });
    expect(parameters?.find(({ name }) => name === 'venueId')).toMatchObject({
      in: 'path',
      required: true,
    });
  });

  it('limits the length of every text and list', () => {
    const unlimited = [...nodes(document)].filter(([, node]) => {
      if (typeof node !== 'object' || node === null || !('type' in node)) return false;
      if (node.type === 'array') return !('maxItems' in node);
      const isText = node.type === 'string';
      return isText && !('maxLength' in node || 'enum' in node || 'const' in node);
    });
    expect(unlimited.map(([path]) => path.join('.'))).toEqual([]);
  });
});

describe('the schemas of the document', () => {
  const examples = mediaTypes().flatMap(([place, mediaType]) => {
    const several = Object.values((mediaType.examples ?? {}) as Record<string, { $ref: string }>);
    const values = [
      ...('example' in mediaType ? [mediaType.example] : []),
      ...several.map(({ $ref }) => (at($ref) as JsonObject).value),
    ];
    return values.map((value, index) => [`${place} ${index}`, mediaType.schema, value] as const);
  });

  it('stand with an example each, but for the document itself', () => {
    const without = mediaTypes().filter(
      ([, mediaType]) => !('example' in mediaType || 'examples' in mediaType),
    );
    expect(without.map(([place]) => place)).toEqual(['paths /openapi.json get responses 200']);
    expect(examples.length).toBeGreaterThan(100);
  });

  it.each(examples)('accept the example of %s', (_place, schema, value) => {
    expect(faults(schema, value)).toEqual([]);
  });

  it('accept the document itself', () => {
    const [, mediaType] = mediaTypes().find(([place]) => place.includes('/openapi.json')) ?? [];
    expect(faults(mediaType?.schema, JSON.parse(text))).toEqual([]);
  });

  it('accept every booking request that the server accepts', () => {
    const schema = at('#/components/schemas/BookingRequest');
    const validate = ajv.compile(
      JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"document#/')) as JsonObject,
    );
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.emailAddress(),
      fc.stringMatching(/^[\w.:-]{0,70}$/),
      fc.constantFrom('', ' ', 'x'.repeat(100), '🧘'.repeat(100), 'a\u0000', null),
    );
    const ids = fc.stringMatching(/^[\w.:-]{1,66}$/);
    const member = fc.record(
      { id: ids, firstName: words, lastName: words, email: words, phone: words },
      { requiredKeys: ['id', 'firstName', 'lastName'] },
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.record({ sessionId: ids, member }), (body) => {
        if (!bookingRequestSchema.safeParse(body).success) return;
        accepted += 1;
        expect(validate(body) ? [] : validate.errors).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it.each([
    [
      'an unknown field',
      { sessionId: 's', member: { id: 'm', firstName: 'a', lastName: 'b' }, x: 1 },
    ],
    [
      'a control character',
      { sessionId: 's', member: { id: 'm', firstName: '\n', lastName: 'b' } },
    ],
    [
      'a long name',
      { sessionId: 's', member: { id: 'm', firstName: 'a', lastName: 'b'.repeat(101) } },
    ],
    ['a bad id', { sessionId: 's s', member: { id: 'm', firstName: 'a', lastName: 'b' } }],
  ])('refuse %s, as the server does', (_case, body) => {
    expect(bookingRequestSchema.safeParse(body).success).toBe(false);
    expect(faults(at('#/components/schemas/BookingRequest'), body)).not.toEqual([]);
  });
});
