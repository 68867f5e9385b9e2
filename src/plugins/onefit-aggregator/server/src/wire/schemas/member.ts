import { z } from 'zod';
import { idSchema } from './identifiers';
import { emailSchema, lineOfText } from './text';

/** Who a booking is for. Only what the desk needs to greet a guest. */
export const memberSchema = z.strictObject({
  id: idSchema.meta({ description: "The member's Onefit ID: one member, one id, for ever." }),
  firstName: lineOfText(100),
  lastName: lineOfText(100),
  email: emailSchema.optional(),
  phone: lineOfText(32).optional(),
});

export type Member = z.output<typeof memberSchema>;
