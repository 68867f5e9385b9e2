import { startSandbox } from '../support/sandbox';
import type { RunningSandbox } from '../support/sandbox';

/** A session as Onefit holds it. */
export interface HeldSession {
  id: string;
  version: number;
  status: 'scheduled' | 'cancelled' | 'withdrawn';
  class: { id: string; name: string; kind: string; description: string | null };
  startsAt: string;
  endsAt: string;
  timeZone: string;
  room: string | null;
  teacher: string | null;
  totalSpots: number;
  totalAggregatorSpots: number | null;
  availableSpots: number;
  bookingOpensAt: string | null;
  bookingClosesAt: string;
  lateCancelAt: string;
  cancelledAt: string | null;
  cancellationReason: string | null;
}

/** A booking as Onefit's side knows it, and the status with which the venue answered. */
export interface MadeBooking {
  venueStatus: number;
  booking: { id: string; status: string; sessionId: string };
}

export interface Member {
  id: string;
  firstName: string;
  lastName: string;
  email?: string;
}

/** Onefit: its support, its members, and what it holds. Played by the sandbox. */
export interface Onefit {
  smtpUrl: string;
  link(venueId: string, companyId: string): Promise<void>;
  /** All sessions that were ever accepted of a venue, as they are held now. */
  held(venueId: string): Promise<HeldSession[]>;
  heldOne(venueId: string, sessionId: string): Promise<HeldSession | null>;
  book(venueId: string, sessionId: string, member: Member, id?: string): Promise<MadeBooking>;
  cancel(bookingId: string): Promise<MadeBooking>;
  /** Asks the venue how a booking stands. */
  ask(bookingId: string): Promise<MadeBooking>;
  /** A booking as Onefit knows it, without asking the venue. */
  booking(bookingId: string): Promise<MadeBooking['booking']>;
  control: RunningSandbox['control'];
  /** Stops the process; what it knows is kept in its file. */
  stop(): Promise<void>;
  /** Starts it again, on the same ports. */
  start(): Promise<void>;
}

interface VenueState {
  sessions: Array<{ held: HeldSession | null }>;
}

/** Starts Onefit's stand-in. `env` names its ports, its file and where the venue is. */
export async function startOnefit(env: Record<string, string>): Promise<Onefit> {
  let sandbox = await startSandbox(env);
  const control: Onefit['control'] = (method, path, body) => sandbox.control(method, path, body);
  return {
    smtpUrl: sandbox.smtpUrl,
    control,
    async link(venueId, companyId) {
      await control('POST', '/links', { venueId, companyId });
    },
    async held(venueId) {
      const { sessions } = await control<VenueState>('GET', `/venues/${venueId}`);
      return sessions.flatMap(({ held }) => (held ? [held] : []));
    },
    async heldOne(venueId, sessionId) {
      const path = `/venues/${venueId}/sessions/${sessionId}`;
      return (await control<{ held: HeldSession | null }>('GET', path)).held;
    },
    book: (venueId, sessionId, member, bookingId) =>
      control('POST', '/bookings', { venueId, sessionId, member, bookingId }),
    cancel: (bookingId) => control('POST', `/bookings/${bookingId}/cancel`, {}),
    ask: (bookingId) => control('POST', `/bookings/${bookingId}/refresh`, {}),
    booking: (bookingId) => control('GET', `/bookings/${bookingId}`),
    stop: () => sandbox.stop(),
    async start() {
      sandbox = await startSandbox(env);
    },
  };
}
