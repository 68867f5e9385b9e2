import { instant } from '../../../database/values';
import type { MessageRow } from './message-row';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const LONGEST_PAUSE = 60 * MINUTE;
const LONGEST_ERROR = 500;

/** A message that could not be sent in this time helps nobody any more; staff are shown it. */
export const GIVE_UP_AFTER_MS = 3 * DAY;

/** What nodemailer says of a failure beside its text. */
interface MailError {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
  response?: unknown;
}

/** The server's rules refuse, such as relaying without signing in: that is no word on the address. */
const BY_POLICY = /\b5\.7\.\d/;

/** Whether the mail server refused this very address for good; anything else is tried again. */
export function refusesAddress(error: unknown): boolean {
  const { code, command, responseCode, response } = (error ?? {}) as MailError;
  return (
    code === 'EENVELOPE' &&
    command === 'RCPT TO' &&
    typeof responseCode === 'number' &&
    responseCode >= 500 &&
    !BY_POLICY.test(String(response))
  );
}

/** The pause after a number of failures: one minute, doubling, at most an hour. */
export function pauseAfter(failures: number): number {
  return Math.min(MINUTE * 2 ** (failures - 1), LONGEST_PAUSE);
}

/** What is written on a message after a failure: when it is tried again, or that it never is. */
export function afterFailure(
  message: Pick<MessageRow, 'attempts' | 'created_at'>,
  error: unknown,
  now: Date,
): Record<string, unknown> {
  const attempts = message.attempts + 1;
  const last_error = (error instanceof Error ? error.message : String(error)).slice(
    0,
    LONGEST_ERROR,
  );
  const next = new Date(now.getTime() + pauseAfter(attempts));
  const over = next.getTime() > instant(message.created_at).getTime() + GIVE_UP_AFTER_MS;
  const failed = over || refusesAddress(error);
  return { attempts, last_error, ...(failed ? { state: 'failed' } : { next_attempt_at: next }) };
}
