/** The field of activities and appointments with how many spots aggregators may book at most. */
export const SPOT_LIMIT = 'aggregatorSpotLimit';

/**
 * What the form holds while a limit is chosen and its number is not entered. An empty field would be
 * null, which opens every spot; this is below the field's minimum, so the form refuses to save it, and
 * so does the server.
 */
const NO_NUMBER = -1;

/** What the form holds for what was entered as a limit; undefined = nothing, or no number. */
export function heldLimit(entered: number | undefined): number {
  return entered ?? NO_NUMBER;
}

/** Whether a limit is chosen and what the form holds is no number of spots. */
export function lacksNumber(limit: number | null): boolean {
  return limit !== null && limit < 0;
}
