import type { z } from 'zod';
import { exampleBooking, exampleSession } from '../examples';
import {
  bookingBatchSchema,
  heldPageSchema,
  resultsSchema,
  sessionBatchSchema,
} from '../schemas/outbound';
import { bodySchema } from './component-schemas';
import type { Json, JsonObject } from './json';

interface OutboundCall {
  method: 'put' | 'get';
  operationId: string;
  summary: string;
  description: string;
  body?: z.ZodType;
  bodyExample?: Json;
  answer: z.ZodType;
  answerExample: Json;
}

const outboundCalls: OutboundCall[] = [
  {
    method: 'put',
    operationId: 'deliverSessions',
    summary: 'Sessions as they now are',
    description:
      'Sent to `PUT /v1/venues/{venueId}/sessions`. Each session is the whole state, not a change. `stale`: Onefit holds this version or a newer one.',
    body: sessionBatchSchema,
    bodyExample: { sessions: [exampleSession] },
    answer: resultsSchema,
    answerExample: { results: [{ id: exampleSession.id, outcome: 'accepted' }] },
  },
  {
    method: 'put',
    operationId: 'deliverBookingOutcomes',
    summary: 'What the venue decided about bookings',
    description: 'Sent to `PUT /v1/venues/{venueId}/bookings`.',
    body: bookingBatchSchema,
    bodyExample: {
      bookings: [
        {
          id: exampleBooking.id,
          sessionId: exampleBooking.sessionId,
          status: 'no_show',
          modifiedAt: '2026-11-30T18:00:00Z',
          version: 2,
        },
      ],
    },
    answer: resultsSchema,
    answerExample: { results: [{ id: exampleBooking.id, outcome: 'accepted' }] },
  },
  {
    method: 'get',
    operationId: 'listHeldSessions',
    summary: 'What Onefit holds',
    description:
      'Asked at `GET /v1/venues/{venueId}/sessions?from&to&cursor`, for reconciliation. An answer may hold at most 1,000 sessions.',
    answer: heldPageSchema,
    answerExample: {
      sessions: [{ id: exampleSession.id, version: 7, status: 'scheduled' }],
      nextCursor: null,
    },
  },
];

function json(schema: z.ZodType, example: Json): JsonObject {
  return { 'application/json': { schema: bodySchema(schema), example } };
}

function callObject(call: OutboundCall): JsonObject {
  return {
    operationId: call.operationId,
    tags: ['Calls to Onefit'],
    summary: call.summary,
    description: call.description,
    security: [{ timestamp: [], signature: [] }],
    ...(call.body && call.bodyExample
      ? { requestBody: { required: true, content: json(call.body, call.bodyExample) } }
      : {}),
    responses: {
      200: { description: 'Read by Onefit.', content: json(call.answer, call.answerExample) },
      400: { description: 'Not as agreed: the batch is split until the culprits stand alone.' },
      401: { description: 'Signature refused: everything waits, with one probe a minute.' },
      404: { description: '`venue_not_linked`: this venue waits for its link.' },
      429: { description: 'Too fast: sent again after `Retry-After`.' },
    },
  };
}

/** `webhooks`: the calls that the venue makes to Onefit, signed in the same way. */
export function webhookItems(): JsonObject {
  return Object.fromEntries(
    outboundCalls.map((call) => [call.operationId, { [call.method]: callObject(call) }]),
  );
}
