import type { FastifyInstance } from 'fastify';
import { ActionError } from '../actions/action-error';
import { compareWithVenue } from '../actions/compare';
import { readBaseUrl } from '../config';
import { errorField } from '../error-fields';
import { forget } from '../onefit/forget';
import { input } from './input';
import type { SandboxParts } from './parts';
import { validateForgetBody, validateLinkBody, validateSettingsBody } from './schemas';
import { sessionView, settingsView, stateView, venueView } from './state-view';

/** What Onefit and its support know and do: state, links, forgetting. */
export function onefitRoutes(app: FastifyInstance, parts: SandboxParts): void {
  const { store, support, venue } = parts;

  app.get('/state', () => stateView(parts));

  app.get<{ Params: { venueId: string } }>('/venues/:venueId', ({ params }) => {
    const record = store.findVenue(params.venueId);
    if (!record) throw new ActionError(404, 'not_found', 'This venue was never mentioned.');
    return venueView(record);
  });

  app.get<{ Params: { venueId: string; sessionId: string } }>(
    '/venues/:venueId/sessions/:sessionId',
    ({ params }) => {
      const record = store.findVenue(params.venueId)?.sessions.get(params.sessionId);
      if (!record) throw new ActionError(404, 'not_found', 'This session was never received.');
      return sessionView(record);
    },
  );

  app.get<{ Params: { venueId: string }; Querystring: { cursor?: string } }>(
    '/venues/:venueId/venue-sessions',
    ({ params, query }) => venue.sessions(params.venueId, query.cursor ?? null),
  );

  app.get<{ Params: { venueId: string } }>('/venues/:venueId/venue', ({ params }) =>
    venue.venue(params.venueId),
  );

  app.post<{ Params: { venueId: string } }>('/venues/:venueId/compare', ({ params }) =>
    compareWithVenue(store, venue, params.venueId),
  );

  app.get('/links', () => ({
    links: [...store.venues.values()]
      .filter((record) => record.link)
      .map(({ venueId, name, timeZone, link }) => ({ venueId, name, timeZone, ...link })),
  }));

  app.post('/links', async ({ body }) => {
    const { venueId, name, timeZone, link } = await support.link(input(validateLinkBody, body));
    return { venueId, name, timeZone, ...link };
  });

  app.delete<{ Params: { venueId: string } }>('/links/:venueId', async ({ params }, reply) => {
    await support.unlink(params.venueId);
    return reply.code(204).send();
  });

  app.post('/forget', ({ body }) => ({
    forgotten: forget(store, input(validateForgetBody, body)),
  }));

  app.get('/settings', () => settingsView(parts));

  app.put('/settings', ({ body }) => {
    const { venueBaseUrl, acceptUnknownBookings } = input(validateSettingsBody, body);
    if (venueBaseUrl !== undefined) parts.config.venueBaseUrl = baseUrl(venueBaseUrl);
    if (acceptUnknownBookings !== undefined) store.acceptUnknownBookings = acceptUnknownBookings;
    store.changed();
    return settingsView(parts);
  });

  app.post('/reset', (_request, reply) => {
    store.reset();
    parts.faults.clear();
    parts.log.clear();
    parts.mailbox.clear();
    return reply.code(204).send();
  });
}

function baseUrl(text: string): string {
  try {
    return readBaseUrl(text);
  } catch (error) {
    throw new ActionError(400, 'invalid_request', errorField(error, 'message') ?? '');
  }
}
