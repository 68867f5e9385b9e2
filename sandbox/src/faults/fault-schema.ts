import type { AnySchema } from 'ajv';
import { compileSchema } from '../contract/validator';
import { CALLS } from '../contract/calls';
import type { FaultKind, FaultSpec } from './fault';

const milliseconds = { type: 'integer', minimum: 0, maximum: 600_000 };
const applied = { type: 'boolean' };
const names = {
  type: 'array',
  minItems: 1,
  maxItems: 1_000,
  items: { type: 'string', minLength: 1 },
};

const scope = {
  calls: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: CALLS } },
  venueId: { type: 'string', format: 'uuid' },
  count: { type: 'integer', minimum: 1, maximum: 1_000_000 },
  probability: { type: 'number', minimum: 0, maximum: 1 },
  seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295 },
};

const effects: Record<FaultKind, { properties: Record<string, object>; required?: string[] }> = {
  latency: { properties: { ms: milliseconds, jitterMs: milliseconds }, required: ['ms'] },
  status: {
    properties: {
      status: { type: 'integer', minimum: 400, maximum: 599 },
      code: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
      retryAfter: { type: 'integer', minimum: 0, maximum: 86_400 },
      applied,
    },
    required: ['status'],
  },
  reset: { properties: { applied } },
  applied_unanswered: { properties: {} },
  malformed_json: { properties: { applied } },
  wrong_schema: { properties: { applied } },
  hang: { properties: { applied } },
  slow_body: {
    properties: {
      chunkBytes: { type: 'integer', minimum: 1, maximum: 65_536 },
      chunkMs: { ...milliseconds, minimum: 1 },
      applied,
    },
  },
  huge_body: { properties: { megabytes: { type: 'integer', minimum: 1, maximum: 512 }, applied } },
  redirect: {
    properties: {
      status: { enum: [301, 302, 303, 307, 308] },
      location: { type: 'string', minLength: 1, maxLength: 2_000 },
      applied,
    },
  },
  forget: { properties: {} },
  reject: {
    properties: {
      sessionIds: names,
      classNames: names,
      code: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
      detail: { type: 'string', maxLength: 500 },
    },
    required: ['code'],
  },
};

/** The kinds of faults, for messages and for the page. */
export const FAULT_KINDS = Object.keys(effects) as FaultKind[];

/** The schema of one fault: what it does, and when it strikes. */
export const faultSchema: AnySchema = {
  type: 'object',
  required: ['kind'],
  properties: { kind: { enum: FAULT_KINDS } },
  discriminator: { propertyName: 'kind' },
  oneOf: FAULT_KINDS.map((kind) => ({
    type: 'object',
    additionalProperties: false,
    properties: { kind: { const: kind }, ...effects[kind].properties, ...scope },
    required: ['kind', ...(effects[kind].required ?? [])],
  })),
};

export const validateFault = compileSchema<FaultSpec>(faultSchema);
export const validateFaults = compileSchema<FaultSpec[]>({
  type: 'array',
  maxItems: 100,
  items: faultSchema,
});
