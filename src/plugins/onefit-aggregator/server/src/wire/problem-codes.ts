/**
 * Every problem code of the contract, with what belongs to it. A code never changes its meaning;
 * each has a section in docs/onefit-api.md. Titles and details may be shown to a member: they
 * name no person and nothing internal.
 */
export interface ProblemKind {
  status: number;
  title: string;
  /** The default text; a caller may give a more exact one that is as safe. */
  detail: string;
  /** Seconds to wait before the same request is worth sending again. */
  retryAfter?: number;
}

export const problemKinds = {
  invalid_request: {
    status: 400,
    title: 'Request not valid',
    detail: 'The request does not have the form that was agreed. See "errors".',
  },
  signature_missing: {
    status: 401,
    title: 'Signature missing',
    detail: 'The request needs the headers X-Timestamp and X-Signature.',
  },
  signature_invalid: {
    status: 401,
    title: 'Signature not valid',
    detail: 'The signature does not fit the request.',
  },
  timestamp_out_of_range: {
    status: 401,
    title: 'Timestamp out of range',
    detail:
      'X-Timestamp must be UTC with seconds precision, such as 2026-11-22T06:00:00Z, and at most 300 seconds from the current time.',
  },
  not_found: {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing here for Onefit.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not take that method. See the header Allow.',
  },
  session_full: {
    status: 409,
    title: 'Session full',
    detail: 'There is no spot left in this session.',
  },
  already_booked: {
    status: 409,
    title: 'Already booked',
    detail: 'There is already a place in this session for this member.',
  },
  booking_cancelled: {
    status: 409,
    title: 'Booking cancelled',
    detail: 'This booking was cancelled and cannot be checked in.',
  },
  cancellation_not_permitted: {
    status: 409,
    title: 'Cancellation not permitted',
    detail: 'The session has started or the member is checked in.',
  },
  extension_not_ordered: {
    status: 409,
    title: 'Extension not ordered',
    detail: 'The venue has not ordered the Onefit API yet.',
  },
  session_cancelled: {
    status: 410,
    title: 'Session cancelled',
    detail: 'This session will not take place.',
  },
  session_withdrawn: {
    status: 410,
    title: 'Session withdrawn',
    detail: 'This session can no longer be booked through Onefit.',
  },
  payload_too_large: {
    status: 413,
    title: 'Body too large',
    detail: 'The body of a request may have at most 65,536 bytes.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Media type not supported',
    detail: 'Send the body as Content-Type: application/json, in UTF-8 and not compressed.',
  },
  booking_window_closed: {
    status: 422,
    title: 'Booking closed',
    detail: 'This session cannot be booked at this time.',
  },
  booking_mismatch: {
    status: 422,
    title: 'Booking mismatch',
    detail: 'This booking id was already used for another session or member.',
  },
  check_in_window_closed: {
    status: 422,
    title: 'Check-in closed',
    detail:
      'Check-in is possible from 30 minutes before to 5 minutes after the start of the session.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too many requests',
    detail: 'There were too many requests. Wait as long as the header Retry-After says.',
    retryAfter: 5,
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    detail: 'Something went wrong here. The same request may be sent again.',
  },
  temporarily_unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    detail: 'Nothing was changed. Send the same request again later.',
    retryAfter: 5,
  },
  not_configured: {
    status: 503,
    title: 'Not configured',
    detail: 'The connection with Onefit is not set up here yet. Nothing was changed.',
    retryAfter: 60,
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof problemKinds;

/** All codes, in the order of their status. */
export const problemCodes = Object.keys(problemKinds) as ProblemCode[];

/** What belongs to a code. */
export function problemKind(code: ProblemCode): ProblemKind {
  return problemKinds[code];
}

/** The `type` of a problem: a name that is never fetched and never changes. */
export function problemType(code: ProblemCode): string {
  return `urn:onefit-aggregator:problem:${code}`;
}
