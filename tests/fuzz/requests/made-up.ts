import { openApiDocument } from '../../../src/plugins/onefit-aggregator/server/src/wire/openapi';
import type { ServedDocument } from '../session';
import type { Known } from './known';

/** For the unit tests: the document as a venue would serve it. */
export const document = openApiDocument({
  version: '1.0.0',
  serverUrl: 'http://venue.example',
}) as unknown as ServedDocument;

export const VENUE = '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11';

/** For the unit tests: a venue that nobody has made. */
export const known: Known = {
  round: 0,
  venue: VENUE,
  venues: ['00000000-0000-4000-8000-000000000000'],
  movable: { venue: VENUE.replace('3', '4'), company: VENUE.replace('3', '5') },
  companies: [VENUE.replace('3', '6')],
  open: ['s-open'],
  sessions: ['s-open', 's-full'],
  bookings: ['b-1', 'b-2'],
  members: ['m-1'],
  cursors: { listSessions: ['abc'], listBookings: [] },
  madeAt: new Date('2026-11-24T06:00:00Z'),
};
