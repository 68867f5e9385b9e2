import { compileSchema } from '../contract/validator';
import type { ForgetRequest } from '../onefit/forget';
import type { LinkRequest } from '../actions/support';
import type { Member } from '../contract/types';

/** The bodies of the control API. */

const id = { type: 'string', format: 'id' };
const uuid = { type: 'string', format: 'uuid' };
const instant = { type: 'string', format: 'instant' };
const name = { type: 'string', minLength: 1 };

// Names, e-mail and phone are free here on purpose: a test may want to see the venue refuse them.
const memberFields = {
  firstName: name,
  lastName: name,
  email: { type: 'string' },
  phone: { type: 'string' },
};

const member = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'firstName', 'lastName'],
  properties: { id, ...memberFields },
};

const closed = (properties: Record<string, object>, required: string[] = []): object => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

export const validateLinkBody = compileSchema<LinkRequest>(
  closed({ venueId: uuid, companyId: uuid, onefitVenueId: id }, ['venueId', 'companyId']),
);

export const validateMemberBody = compileSchema<Omit<Member, 'id'>>(
  closed(memberFields, ['firstName', 'lastName']),
);

/** Who books: a member that is known, or one that becomes known by this. */
export interface BookBody {
  venueId: string;
  sessionId: string;
  bookingId?: string;
  memberId?: string;
  member?: Member;
}

export const validateBookBody = compileSchema<BookBody>({
  ...closed({ venueId: uuid, sessionId: id, bookingId: id, memberId: id, member }, [
    'venueId',
    'sessionId',
  ]),
});

export const validateCancelBody = compileSchema<{ late?: boolean; cancelledAt?: string }>(
  closed({ late: { type: 'boolean' }, cancelledAt: instant }),
);

export const validateCheckInBody = compileSchema<{ at?: string }>(closed({ at: instant }));

export const validateForgetBody = compileSchema<ForgetRequest>(
  closed(
    {
      venueId: uuid,
      what: { enum: ['sessions', 'latest', 'link'] },
      sessionIds: { type: 'array', minItems: 1, maxItems: 10_000, items: id },
    },
    ['what'],
  ),
);

/** What can be changed while the sandbox runs; what is left out stays. */
export interface SettingsBody {
  acceptUnknownBookings?: boolean;
  /** Where the venue listens from now on. */
  venueBaseUrl?: string;
}

export const validateSettingsBody = compileSchema<SettingsBody>({
  ...closed({ acceptUnknownBookings: { type: 'boolean' }, venueBaseUrl: name }),
  minProperties: 1,
});
