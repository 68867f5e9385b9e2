import type { Arena } from '../arena';
import type { Call } from '../calls/call';
import type { VenueRows } from '../rows/venue-rows';

/** How many bookings fitted into an appointment once everything was still. */
export interface Fill {
  appointment: string;
  /** Onefit's bookings, or the front desk's once Onefit's share was full */
  source: 'onefit' | 'own';
  /** by the rows in the database, before */
  free: number;
  /** bookings given until the first refusal */
  given: number;
}

/** All that a run knows when it is over. */
export interface Evidence {
  /** as they were before the first call */
  arena: Pick<Arena, 'appointments' | 'customers'>;
  calls: Call[];
  /** once everything was still */
  rows: VenueRows;
  fills: Fill[];
}

/** Something that cannot be, whatever order the concurrent calls took effect in. */
export interface Violation {
  what: string;
  /** those that contradict each other */
  calls: Call[];
}
