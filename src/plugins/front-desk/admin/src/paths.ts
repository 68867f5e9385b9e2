import { PLUGIN } from './plugin-id';

/** Menu links are relative, links within pages absolute. */
export const SCHEDULE_LINK = `plugins/${PLUGIN}`;
export const SCHEDULE_PATH = `/${SCHEDULE_LINK}`;

/** The Sign-in of an appointment, below the Schedule. */
export function signInPath(documentId: string): string {
  return `${SCHEDULE_PATH}/appointments/${documentId}`;
}
