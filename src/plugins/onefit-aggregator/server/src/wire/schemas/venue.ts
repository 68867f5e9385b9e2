import { z } from 'zod';
import { idSchema, uuidSchema } from './identifiers';
import { instantSchema } from './instants';
import { shownText } from './text';

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
  timeZone: z.string().max(64).meta({ description: 'An IANA time zone.' }),
  link: linkSchema,
});

export type Venue = z.output<typeof venueSchema>;
