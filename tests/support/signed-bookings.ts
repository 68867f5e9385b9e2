import { makeAppointment } from './content';
import type { LinkedSuite } from './linked-suite';
import { member } from './partner';
import { signedNow } from './written-request';
import type { SignedRequest } from './written-request';

/** Requests that are signed rightly, for tests that then change them. */
export interface SignedBookings {
  /** of a session that is made anew before each test */
  readonly sessionId: string;
  request(method: string, path: string, body?: object): SignedRequest;
  /** a booking in that session */
  booking(id?: string, memberId?: string): SignedRequest;
}

/** Makes a session before each test of a file, and signs what is asked of the venue. */
export function signedBookings(suite: LinkedSuite): SignedBookings {
  let sessionId = '';

  beforeEach(async () => {
    sessionId = (await makeAppointment(suite.venue, suite.linked.activity)).documentId;
  });

  const request: SignedBookings['request'] = (method, path, body) =>
    signedNow(suite.venue.clock.now(), method, path, body);

  return {
    get sessionId() {
      return sessionId;
    },
    request,
    booking: (id = 'b-1', memberId = 'm-1') =>
      request('PUT', `/venues/${suite.linked.uuid}/bookings/${id}`, {
        sessionId,
        member: member(memberId),
      }),
  };
}
