import { z } from 'zod';
import { idSchema, uuidSchema } from './identifiers';
import { instantSchema } from './instants';
import { shownText, timeZoneSchema } from './text';

export const linkSchema = z.strictObject({
  status: z.enum(['pending', 'linked']),
  onefitVenueId: idSchema.nullable(),
  linkedAt: instantSchema.nullable(),
});

/** A venue and whether it is linked. */
export const venueSchema = z.strictObject({
  id: uuidSchema,
  companyId: uuidSchema,
  name: shownText(255),
  timeZone: timeZoneSchema,
  link: linkSchema,
});

export type Venue = z.output<typeof venueSchema>;
