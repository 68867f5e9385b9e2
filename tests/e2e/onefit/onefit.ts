import type { HeldSession, MadeBooking, Member } from '../../loop/onefit';
import type { House } from '../stage/house';

interface VenueState {
  sessions: Array<{ held: HeldSession | null }>;
}

interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Onefit as the tests play it: its support and its members, through the sandbox's control API. */
export interface Onefit {
  /** Support links the venue; again changes nothing. */
  link(): Promise<void>;
  /** What members see. */
  scheduled(): Promise<HeldSession[]>;
  /** Whether members see it. */
  shows(sessionId: string): Promise<boolean>;
  book(sessionId: string, member: Member): Promise<MadeBooking>;
  cancel(bookingId: string): Promise<MadeBooking>;
  /** What the studio's mail server has sent, newest first. */
  mails(): Promise<Mail[]>;
  /** Onefit loses a session, and says nothing. */
  forget(sessionId: string): Promise<void>;
  /** Sets what goes wrong at Onefit from now on. */
  faults(...faults: object[]): Promise<void>;
}

/** Speaks to the sandbox of this stage. */
export function onefitOf({ onefitUrl, venueId, companyId }: House): Onefit {
  async function control<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${onefitUrl}/sandbox/api${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }
  async function scheduled(): Promise<HeldSession[]> {
    const { sessions } = await control<VenueState>('GET', `/venues/${venueId}`);
    return sessions.flatMap(({ held }) => (held?.status === 'scheduled' ? [held] : []));
  }
  return {
    async link() {
      await control('POST', '/links', { venueId, companyId });
    },
    scheduled,
    shows: async (sessionId) => (await scheduled()).some(({ id }) => id === sessionId),
    book: (sessionId, member) => control('POST', '/bookings', { venueId, sessionId, member }),
    cancel: (bookingId) => control('POST', `/bookings/${bookingId}/cancel`, {}),
    async mails() {
      return (await control<{ mails: Mail[] }>('GET', '/mails')).mails;
    },
    async forget(sessionId) {
      await control('POST', '/forget', { what: 'sessions', venueId, sessionIds: [sessionId] });
    },
    async faults(...faults) {
      await control('PUT', '/faults', faults);
    },
  };
}
