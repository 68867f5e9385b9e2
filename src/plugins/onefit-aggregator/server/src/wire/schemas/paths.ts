import { z } from 'zod';
import { idSchema, uuidSchema } from './identifiers';

/** Path parameters of the calls about a venue. */
export const venuePathSchema = z.strictObject({
  venueId: uuidSchema.meta({ description: 'The Venue UUID.' }),
});

/** Path parameters of the calls about one session. */
export const sessionPathSchema = venuePathSchema.extend({
  sessionId: idSchema.meta({ description: 'The id of the session.' }),
});

/** Path parameters of the calls about one booking. */
export const bookingPathSchema = venuePathSchema.extend({
  bookingId: idSchema.meta({ description: "Onefit's own id of the booking, never used again." }),
});
