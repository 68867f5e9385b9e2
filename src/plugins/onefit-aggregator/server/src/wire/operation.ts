import { z } from 'zod';
import { problemCodes, problemKind } from './problems';
import type { ProblemCode } from './problems';
import { parseWith } from './schemas/parse';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
export type Tag = 'Venue' | 'Sessions' | 'Bookings' | 'Service';

/** An answer that is no refusal. */
export interface OperationAnswer {
  status: 200 | 201 | 202 | 204;
  description: string;
  /** None for an answer without a body. */
  schema?: z.ZodType;
  example?: unknown;
}

/** One call of Onefit: what it takes and what it may answer. */
export interface Operation {
  operationId: string;
  method: Method;
  /** Below the base path, with `{name}` for each path parameter. */
  path: string;
  tag: Tag;
  summary: string;
  description: string;
  /** Whether the request must carry a valid signature. */
  signed: boolean;
  params: z.ZodObject;
  query: z.ZodObject;
  /** None for a call without a body. */
  body?: z.ZodType;
  bodyExample?: unknown;
  answers: readonly [OperationAnswer, ...OperationAnswer[]];
  /** The refusals of this call alone; `refusalsOf` adds those that every such call may get. */
  problems: readonly ProblemCode[];
}

/** A request of an operation, as its schemas read it. */
export interface RequestOf<O extends Operation> {
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: O['body'] extends z.ZodType ? z.output<O['body']> : undefined;
}

/** The parts of a request before they are read. */
export interface RawRequest {
  params: unknown;
  query: unknown;
  /** The parsed JSON; undefined without a body. */
  body: unknown;
}

/** For a call without path parameters or without a query. */
export const noFields = z.strictObject({});

/** Keeps the exact types of an operation's schemas, so that `RequestOf` knows them. */
export function defineOperation<const O extends Operation>(operation: O): O {
  return operation;
}

/**
 * Reads a request by the operation's schemas: path first, then query, then body. What comes as a
 * body to a call that has none is not looked at.
 * @throws Problem `invalid_request`
 */
export function parseRequest<O extends Operation>(operation: O, raw: RawRequest): RequestOf<O> {
  return {
    params: parseWith(operation.params, raw.params),
    query: parseWith(operation.query, raw.query),
    body: operation.body ? parseWith(operation.body, raw.body) : undefined,
  } as RequestOf<O>;
}

const OF_EVERY_SIGNED_CALL: readonly ProblemCode[] = [
  'signature_missing',
  'signature_invalid',
  'timestamp_out_of_range',
  'invalid_request',
  // A call without a body may be sent one all the same: it is read, since it is signed.
  'payload_too_large',
  'too_many_requests',
  'internal_error',
  'temporarily_unavailable',
  'not_configured',
];
const OF_EVERY_CALL_WITH_A_BODY: readonly ProblemCode[] = ['unsupported_media_type'];

/** Every refusal that a call may get, by rising status. */
export function refusalsOf(operation: Operation): ProblemCode[] {
  const codes = new Set<ProblemCode>([
    ...operation.problems,
    ...(operation.signed ? OF_EVERY_SIGNED_CALL : []),
    ...(operation.body ? OF_EVERY_CALL_WITH_A_BODY : []),
  ]);
  return problemCodes
    .filter((code) => codes.has(code))
    .sort((a, b) => problemKind(a).status - problemKind(b).status);
}

/** The path as routers write it: `/venues/:venueId`. */
export function routePath(operation: Pick<Operation, 'path'>): string {
  return operation.path.replace(/\{(\w+)\}/g, ':$1');
}
