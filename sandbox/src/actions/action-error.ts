import type { VenueAnswer } from '../venue-api/answer';

/** Something that Onefit support or a member asked for and did not get. */
export class ActionError extends Error {
  constructor(
    /** The status with which the control API answers. */
    readonly status: number,
    readonly code: string,
    message: string,
    /** More for the answer, such as the booking as it stands. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ActionError';
  }
}

/**
 * Turns a venue's no, or its silence, into an error: 422 with the venue's own code when it
 * refused, 502 when what it did is not known.
 */
export function venueError(
  answer: Exclude<VenueAnswer<unknown>, { kind: 'ok' }>,
  extra: Record<string, unknown> = {},
): ActionError {
  const status = answer.kind === 'refused' ? 422 : 502;
  return new ActionError(status, answer.code, answer.detail, {
    venueStatus: answer.status,
    ...extra,
  });
}
