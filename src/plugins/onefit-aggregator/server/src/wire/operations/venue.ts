/** The calls of Onefit support: a venue and its link. */
import * as examples from '../examples';
import { defineOperation, noFields } from '../operation';
import { linkRequestSchema } from '../schemas/link-request';
import { venuePathSchema } from '../schemas/paths';
import { venueSchema } from '../schemas/venue';

export const getVenue = defineOperation({
  operationId: 'getVenue',
  method: 'GET',
  path: '/venues/{venueId}',
  tag: 'Venue',
  summary: 'A venue and its link',
  description: 'Answers for a venue that is not linked yet, too.',
  signed: true,
  params: venuePathSchema,
  query: noFields,
  answers: [
    {
      status: 200,
      description: 'The venue.',
      schema: venueSchema,
      example: examples.exampleVenue,
    },
  ],
  problems: ['not_found'],
});

export const linkVenue = defineOperation({
  operationId: 'linkVenue',
  method: 'PUT',
  path: '/venues/{venueId}/link',
  tag: 'Venue',
  summary: 'Link a venue',
  description:
    'Made by Onefit support with the two IDs that staff sent. From now on sessions are sent. Another `onefitVenueId` replaces the one before.',
  signed: true,
  params: venuePathSchema,
  query: noFields,
  body: linkRequestSchema,
  bodyExample: examples.exampleLinkRequest,
  answers: [
    {
      status: 200,
      description: 'Linked; the venue as it now stands.',
      schema: venueSchema,
      example: examples.exampleVenue,
    },
  ],
  problems: ['not_found', 'extension_not_ordered'],
});

export const unlinkVenue = defineOperation({
  operationId: 'unlinkVenue',
  method: 'DELETE',
  path: '/venues/{venueId}/link',
  tag: 'Venue',
  summary: 'End the link of a venue',
  description: 'Sending stops; bookings stay. Also answered so when there was no link.',
  signed: true,
  params: venuePathSchema,
  query: noFields,
  answers: [{ status: 204, description: 'There is no link now.' }],
  problems: ['not_found'],
});
