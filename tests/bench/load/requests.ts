import { BASE, signed, timestampOf } from '../../support/partner';
import { customerDocumentId, memberId } from '../fill/names';
import type { LoadTask } from './task';

/** A request that only has to be sent. */
export interface Prepared {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Who books what: every session in turn, and every member once in each. */
function pairOf({ sessions, members, venue, venues }: LoadTask, number: number) {
  const session = sessions[number % sessions.length] ?? '';
  const at = venues?.[number % sessions.length] ?? venue;
  // Members do not come in the order in which they were stored.
  const turn = Math.floor(number / sessions.length) + (number % sessions.length) * 37;
  return { session, at, member: (turn * 7919) % members };
}

function signedRequest(task: LoadTask, number: number, timestamp: string): Prepared {
  const { session, at, member } = pairOf(task, number);
  const method = 'PUT';
  const path = `${BASE}/venues/${at}/bookings/b-${number}`;
  const body = JSON.stringify({
    sessionId: session,
    member: { id: memberId(member), firstName: 'Mem', lastName: `Ber ${member}` },
  });
  const signature = signed(task.secret, { method, target: path, timestamp, rawBody: body });
  const headers = { ...JSON_BODY, 'X-Timestamp': timestamp, 'X-Signature': signature };
  return { method, path, headers, body };
}

function stockRequest(task: LoadTask, number: number): Prepared {
  const { session, member } = pairOf(task, number);
  const body = JSON.stringify({
    data: {
      externalId: `b-${number}`,
      state: 'confirmed',
      appointment: session,
      customer: customerDocumentId(member),
    },
  });
  const headers = { ...JSON_BODY, Authorization: `Bearer ${task.secret}` };
  return { method: 'POST', path: '/api/bookings', headers, body };
}

function bareRequest(task: LoadTask, number: number): Prepared {
  const { session, member } = pairOf(task, number);
  const body = JSON.stringify({
    venue: task.venue,
    booking: `b-${number}`,
    session,
    member: memberId(member),
  });
  return { method: 'PUT', path: '/', headers: JSON_BODY, body };
}

/** Makes requests ahead, numbered from the task's first, so that the round only sends them. */
export function prepare(task: LoadTask, count: number): Prepared[] {
  if (Math.ceil(count / task.sessions.length) > task.members) {
    throw new Error(`${task.members} members are too few for ${count} bookings.`);
  }
  const timestamp = timestampOf(new Date());
  const make = {
    signed: (number: number) => signedRequest(task, number, timestamp),
    stock: (number: number) => stockRequest(task, number),
    bare: (number: number) => bareRequest(task, number),
  }[task.form];
  return Array.from({ length: count }, (_, index) => make(task.first + index));
}
