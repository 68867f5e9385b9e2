/** The calls that read the schedule. */
import * as examples from '../examples';
import { defineOperation, noFields } from '../operation';
import { sessionListSchema } from '../schemas/answers';
import { sessionPathSchema, venuePathSchema } from '../schemas/paths';
import { sessionsQuerySchema } from '../schemas/queries';
import { sessionSchema } from '../schemas/session';

export const listSessions = defineOperation({
  operationId: 'listSessions',
  method: 'GET',
  path: '/venues/{venueId}/sessions',
  tag: 'Sessions',
  summary: 'What Onefit should be showing',
  description: 'Sessions ordered by start, then id. For reconciliation; changes are sent anyway.',
  signed: true,
  params: venuePathSchema,
  query: sessionsQuerySchema,
  answers: [
    {
      status: 200,
      description: 'A page of sessions.',
      schema: sessionListSchema,
      example: examples.exampleSessionList,
    },
  ],
  problems: ['not_found'],
});

export const getSession = defineOperation({
  operationId: 'getSession',
  method: 'GET',
  path: '/venues/{venueId}/sessions/{sessionId}',
  tag: 'Sessions',
  summary: 'One session',
  description: 'Also when it is cancelled or withdrawn.',
  signed: true,
  params: sessionPathSchema,
  query: noFields,
  answers: [
    {
      status: 200,
      description: 'The session as it now stands.',
      schema: sessionSchema,
      example: examples.exampleSession,
    },
  ],
  problems: ['not_found'],
});
