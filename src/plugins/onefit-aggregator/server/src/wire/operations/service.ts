/** The unsigned calls: is it alive, and what does it offer. */
import { z } from 'zod';
import { defineOperation, noFields } from '../operation';
import { healthSchema } from '../schemas/answers';

/** Load balancers and browsers add things to unsigned calls; those are let be. */
const anything = z.object({});

export const getHealth = defineOperation({
  operationId: 'getHealth',
  method: 'GET',
  path: '/health',
  tag: 'Service',
  summary: 'Liveness',
  description: 'Whether the venue’s system answers and reaches its database. Not signed.',
  signed: false,
  params: noFields,
  query: anything,
  answers: [
    {
      status: 200,
      description: 'It does.',
      schema: healthSchema,
      example: { status: 'ok' },
    },
  ],
  problems: ['internal_error', 'temporarily_unavailable'],
});

export const getOpenApi = defineOperation({
  operationId: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'Service',
  summary: 'This document',
  description: 'The OpenAPI 3.1 document of this API. Not signed.',
  signed: false,
  params: noFields,
  query: anything,
  answers: [
    {
      status: 200,
      description: 'The document.',
      schema: z.object({ openapi: z.literal('3.1.0'), info: z.object({}), paths: z.object({}) }),
    },
  ],
  problems: ['internal_error'],
});
