import type { Call, Kind } from '../calls/call';
import { CUT } from '../calls/http';
import type { Violation } from './evidence';
import type { Facts } from './facts';

const CAME_AGAIN = '503 temporarily_unavailable';
/** What staff are told of a busy database: Strapi's envelope has no status of its own for it. */
const BUSY_AT_DESK = '400 temporarily_unavailable';

/** What staff are told in the content manager where somebody else was faster. */
const SAVED_MEANWHILE = '400 saved_meanwhile';

const CHANGE_AT_DESK = ['200', BUSY_AT_DESK];

/**
 * Every answer that the contract and the desk's routes know for each call, under the moves that the
 * plan makes. Nothing else may come, no matter how many call at once.
 */
const LAWFUL: Record<Kind, string[]> = {
  book: [
    '201',
    '200',
    '409 session_full',
    '409 already_booked',
    '410 session_cancelled',
    '422 booking_mismatch',
    CAME_AGAIN,
  ],
  cancel: ['200', '202', '409 cancellation_not_permitted', CAME_AGAIN],
  'check-in': ['200', '404 not_found', '409 booking_cancelled', CAME_AGAIN],
  read: ['200', '404 not_found', CAME_AGAIN],
  'desk-book': [
    '201',
    '400 appointment_full',
    '400 already_booked',
    '400 appointment_cancelled',
    SAVED_MEANWHILE,
    BUSY_AT_DESK,
  ],
  'desk-cancel': [...CHANGE_AT_DESK, '400 cancellation_not_permitted', '400 onefit_booking_locked'],
  'desk-check-in': [...CHANGE_AT_DESK, '400 booking_cancelled'],
  'desk-no-show': [...CHANGE_AT_DESK, '400 booking_cancelled', '400 appointment_not_started'],
  'desk-look': ['200'],
  edit: [...CHANGE_AT_DESK, '400 appointment_cancelled'],
  'edit-activity': CHANGE_AT_DESK,
  'call-off': CHANGE_AT_DESK,
};

/** An answer in short: `409 session_full`. */
export function inShort({ answer, lost }: Call): string {
  if (!answer) return lost === CUT ? CUT : `broken: ${lost}`;
  return answer.code === null ? String(answer.status) : `${answer.status} ${answer.code}`;
}

function fault(call: Call): string | null {
  if (call.lost === CUT) return null;
  const short = inShort(call);
  if (!call.answer) return `A ${call.asked.kind} call found the connection ${short}.`;
  if (!LAWFUL[call.asked.kind].includes(short)) return `A ${call.asked.kind} call got ${short}.`;
  if (call.answer.status === 503 && !call.answer.retryAfter) return '503 without Retry-After.';
  return null;
}

/**
 * Every call is answered, and as the contract says: no deadlock, time-out or unique key ever shows
 * as a 5xx but 503 with Retry-After.
 */
export function lawfulAnswers({ calls }: Facts): Violation[] {
  return calls.flatMap((call) => {
    const what = fault(call);
    return what ? [{ what, calls: [call] }] : [];
  });
}
