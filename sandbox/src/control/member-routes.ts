import type { FastifyInstance } from 'fastify';
import { ActionError } from '../actions/action-error';
import type { Member } from '../contract/types';
import type { OnefitStore } from '../onefit/store';
import { ID } from '../contract/formats';
import { input } from './input';
import type { SandboxParts } from './parts';
import {
  validateBookBody,
  validateCancelBody,
  validateCheckInBody,
  validateMemberBody,
} from './schemas';
import type { BookBody } from './schemas';

interface ById {
  Params: { id: string };
}

/** What members are and do: their records, booking, cancelling, checking in. */
export function memberRoutes(app: FastifyInstance, { store, membership }: SandboxParts): void {
  app.get('/members', () => ({ members: [...store.members.values()] }));

  app.put<ById>('/members/:id', ({ params, body }) => {
    if (!ID.test(params.id)) {
      throw new ActionError(400, 'invalid_request', 'A member id is 1 to 64 of A-Za-z0-9._:-');
    }
    const member = { id: params.id, ...input(validateMemberBody, body) };
    store.members.set(member.id, member);
    store.changed();
    return member;
  });

  app.delete<ById>('/members/:id', ({ params }, reply) => {
    store.members.delete(params.id);
    store.changed();
    return reply.code(204).send();
  });

  app.get<{ Querystring: { venueId?: string; sessionId?: string; memberId?: string } }>(
    '/bookings',
    ({ query }) => ({
      bookings: [...store.bookings.values()].filter(
        (booking) =>
          (!query.venueId || booking.venueId === query.venueId.toLowerCase()) &&
          (!query.sessionId || booking.sessionId === query.sessionId) &&
          (!query.memberId || booking.member.id === query.memberId),
      ),
    }),
  );

  app.get<ById>('/bookings/:id', ({ params }) => {
    const booking = store.bookings.get(params.id);
    if (!booking) throw new ActionError(404, 'not_found', 'The sandbox made no such booking.');
    return booking;
  });

  app.post('/bookings', ({ body }) => {
    const request = input(validateBookBody, body);
    const { venueId, sessionId, bookingId } = request;
    return membership.book({
      venueId,
      sessionId,
      bookingId,
      member: bookingMember(store, request),
    });
  });

  app.post<ById>('/bookings/:id/cancel', ({ params, body }) =>
    membership.cancel(params.id, input(validateCancelBody, body)),
  );

  app.post<ById>('/bookings/:id/check-in', ({ params, body }) =>
    membership.checkIn(params.id, input(validateCheckInBody, body).at),
  );

  app.post<ById>('/bookings/:id/refresh', ({ params }) => membership.refresh(params.id));
}

function bookingMember(store: OnefitStore, { member, memberId }: BookBody): Member {
  if (member) {
    store.members.set(member.id, member);
    return member;
  }
  const known = memberId ? store.members.get(memberId) : undefined;
  if (known) return known;
  throw new ActionError(
    400,
    'member_unknown',
    'Give member {id, firstName, lastName}, or the memberId of one set by PUT /members/:id.',
  );
}
