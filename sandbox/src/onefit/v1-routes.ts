import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ValidateFunction } from 'ajv';
import { validateBookingBatch } from '../contract/booking-schema';
import { UUID } from '../contract/formats';
import { problem, Refusal } from '../contract/problem';
import { validateHeldSessionsQuery, validateSessionBatch } from '../contract/session-schema';
import { brokenSessionRules } from '../contract/session-rules';
import { fieldErrors } from '../contract/validator';
import { errorField } from '../error-fields';
import type { FaultList } from '../faults/fault-list';
import { applyFaults, withFaults } from '../faults/inject';
import { heldSessionsPage } from './held-sessions';
import { receiveBookings } from './receive-bookings';
import { receiveSessions } from './receive-sessions';
import type { Arrival } from './receive-sessions';
import type { VenueRecord } from './records';
import { requireSignature } from './signed-requests';
import type { OnefitStore } from './store';

declare module 'fastify' {
  interface FastifyRequest {
    /** When the request came, and as which; set before any delay. */
    arrival: Arrival;
  }
}

export interface V1Options {
  store: OnefitStore;
  faults: FaultList;
  secrets: readonly string[];
}

type VenueRequest = FastifyRequest<{ Params: { venueId: string } }>;

/** The calls that Onefit offers to venues: the outbound half of the contract, received. */
export function v1Routes(app: FastifyInstance, { store, faults, secrets }: V1Options): void {
  app.decorateRequest('arrival');
  app.addHook('onRequest', (request, _reply, done) => {
    request.arrival = { number: store.nextArrival(), at: new Date() };
    done();
  });
  applyFaults(app, faults, store);
  requireSignature(app, secrets);
  app.setErrorHandler(answerRefusal);
  app.setNotFoundHandler(() => {
    throw new Refusal(404, 'not_found', 'There is no such call.');
  });

  app.put(
    '/venues/:venueId/sessions',
    { config: { call: 'sessions.put' } },
    withFaults((request: VenueRequest) => {
      const { sessions } = valid(validateSessionBatch, request.body);
      const broken = sessions.flatMap((item, i) => brokenSessionRules(item, `/sessions/${i}`));
      if (broken.length > 0) {
        throw new Refusal(400, 'invalid_request', 'The sessions contradict themselves.', broken);
      }
      const venue = linkedVenue(store, request);
      const results = receiveSessions(store, venue, sessions, request.arrival, (session) => {
        const refusal = faults.veto(venue.venueId, session);
        if (refusal) request.faultPlan?.kinds.push('reject');
        return refusal;
      });
      return { results };
    }),
  );

  app.put(
    '/venues/:venueId/bookings',
    { config: { call: 'bookings.put' } },
    withFaults((request: VenueRequest) => {
      const { bookings } = valid(validateBookingBatch, request.body);
      const venue = linkedVenue(store, request);
      return { results: receiveBookings(store, venue, bookings, request.arrival) };
    }),
  );

  app.get(
    '/venues/:venueId/sessions',
    { config: { call: 'sessions.get' } },
    withFaults((request: VenueRequest) => {
      const query = valid(validateHeldSessionsQuery, request.query);
      return heldSessionsPage(linkedVenue(store, request), query);
    }),
  );
}

function valid<T>(validate: ValidateFunction<T>, value: unknown): T {
  if (validate(value)) return value;
  throw new Refusal(
    400,
    'invalid_request',
    'The request does not match the contract; see errors.',
    fieldErrors(validate.errors),
  );
}

function linkedVenue(store: OnefitStore, request: VenueRequest): VenueRecord {
  const { venueId } = request.params;
  const venue = UUID.test(venueId) ? store.findVenue(venueId) : undefined;
  if (venue?.link) return venue;
  throw new Refusal(404, 'venue_not_linked', 'This venue is not linked to Onefit.');
}

function answerRefusal(
  error: unknown,
  _request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = asRefusal(error);
  const { status, code, message, errors } = refusal;
  return reply
    .code(status)
    .type('application/problem+json')
    .send(JSON.stringify(problem(status, code, message, errors)));
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = errorField(error, 'code');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new Refusal(413, 'body_too_large', 'The body is larger than 2 MiB.');
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') {
    return new Refusal(400, 'invalid_request', 'Content-Length does not fit the body.');
  }
  console.error(error);
  return new Refusal(500, 'internal_error', 'The sandbox failed; see its output.');
}
