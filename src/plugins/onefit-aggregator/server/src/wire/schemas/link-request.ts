import { z } from 'zod';
import { idSchema, uuidSchema } from './identifiers';
import { parseWith } from './parse';

/** Body of `PUT …/link`: the two IDs that staff copied to Onefit support, and Onefit's own. */
export const linkRequestSchema = z.strictObject({
  companyId: uuidSchema.meta({ description: 'The Company UUID of the venue.' }),
  onefitVenueId: idSchema.meta({ description: "Onefit's own id of the venue." }),
});

export type LinkRequest = z.output<typeof linkRequestSchema>;

/** @throws Problem `invalid_request` */
export function parseLinkRequest(body: unknown): LinkRequest {
  return parseWith(linkRequestSchema, body);
}
