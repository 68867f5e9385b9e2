import { z } from 'zod';
import {
  bookingListSchema,
  healthSchema,
  problemSchema,
  sessionListSchema,
} from '../schemas/answers';
import {
  bookingOutcomeSchema,
  bookingSchema,
  bookingStatusSchema,
  cancellationNotedSchema,
} from '../schemas/booking';
import {
  bookingRequestSchema,
  cancelRequestSchema,
  checkInRequestSchema,
} from '../schemas/booking-requests';
import { linkRequestSchema } from '../schemas/link-request';
import { memberSchema } from '../schemas/member';
import {
  bookingBatchSchema,
  heldPageSchema,
  resultsSchema,
  sessionBatchSchema,
} from '../schemas/outbound';
import {
  classSchema,
  heldSessionSchema,
  sessionSchema,
  sessionStatusSchema,
} from '../schemas/session';
import { linkSchema, venueSchema } from '../schemas/venue';
import type { Json, JsonObject } from './json';

/** The schemas that the document names; all others stand where they are used. */
const named: Record<string, z.ZodType> = {
  Booking: bookingSchema,
  BookingBatch: bookingBatchSchema,
  BookingList: bookingListSchema,
  BookingOutcome: bookingOutcomeSchema,
  BookingRequest: bookingRequestSchema,
  BookingStatus: bookingStatusSchema,
  CancellationNoted: cancellationNotedSchema,
  CancelRequest: cancelRequestSchema,
  CheckInRequest: checkInRequestSchema,
  Class: classSchema,
  DeliveryResults: resultsSchema,
  Health: healthSchema,
  HeldSession: heldSessionSchema,
  HeldSessionPage: heldPageSchema,
  Link: linkSchema,
  LinkRequest: linkRequestSchema,
  Member: memberSchema,
  Problem: problemSchema,
  Session: sessionSchema,
  SessionBatch: sessionBatchSchema,
  SessionList: sessionListSchema,
  SessionStatus: sessionStatusSchema,
  Venue: venueSchema,
};

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });

function reference(name: string): string {
  return `#/components/schemas/${name}`;
}

/** OpenAPI 3.1 takes JSON Schema 2020-12 as it is; only the names of each schema are superfluous. */
function withoutNames(schema: object): JsonObject {
  const kept = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id');
  return Object.fromEntries<Json>(kept);
}

/** `components.schemas`: the named schemas, as a caller writes and reads them. */
export function componentSchemas(): JsonObject {
  const { schemas } = z.toJSONSchema(registry, { uri: reference, io: 'input' });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, withoutNames(schema)]),
  );
}

/** A body where it is used: by name when it has one. */
export function bodySchema(schema: z.ZodType): JsonObject {
  const name = registry.get(schema)?.id;
  return name ? { $ref: reference(name) } : withoutNames(z.toJSONSchema(schema, { io: 'input' }));
}

/** One parameter of a path or query, and whether it must be given. */
export interface ParameterSchema {
  name: string;
  required: boolean;
  description: string;
  schema: JsonObject;
}

/** The parameters that an object schema holds. In what they mean: a limit is a whole number. */
export function parameterSchemas(parameters: z.ZodObject): ParameterSchema[] {
  return Object.entries(parameters.shape).map(([name, parameter]) => {
    const schema = z.toJSONSchema(parameter, { io: 'output' });
    const { description = '', ...rest } = schema;
    const required = !z.safeParse(parameter, undefined).success;
    return { name, required, description, schema: withoutNames(rest) };
  });
}

/** A schema by its name. */
export function referenceTo(name: 'Problem'): JsonObject {
  return { $ref: reference(name) };
}
