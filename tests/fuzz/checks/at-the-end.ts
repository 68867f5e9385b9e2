import { auditBookings } from '../../../src/api/booking/domain/audit';
import { createPartner, member } from '../../support/partner';
import type { Session } from '../session';
import type { CheckName, Fault } from './check';

const SHOWN = 20;

function found(check: CheckName, what: string): Fault {
  return { check, what, index: null };
}

/** What `npm run audit` would find. */
export async function countersAgree({ knex }: Session): Promise<Fault[]> {
  const findings = await auditBookings(knex);
  return findings.map(({ kind, subject, message }) =>
    found('counters', `${kind} ${subject}: ${message}`),
  );
}

/** Whether the venue still does its work, by a booking of somebody new. */
export async function isAlive({ venue, known }: Session, id: string): Promise<Fault[]> {
  if (!venue.isRunning()) return [found('alive', 'the process has ended')];
  try {
    const onefit = createPartner(venue.url, () => new Date());
    const health = await onefit.call('GET', '/health');
    const [, tomorrow = ''] = known.open;
    const booked = await onefit.book(known.venue, id, tomorrow, member(id));
    if (health.status === 200 && booked.status === 201) return [];
    return [found('alive', `health ${health.status}, a booking ${booked.status}`)];
  } catch (error) {
    return [found('alive', (error as Error).message)];
  }
}

/** The place ordered the extension, and there is no mail here: the clock says so now and then. */
const OF_THE_PLACE =
  /the (?:confirmation of the order|mail "(?:venue_linked|connection_down|connection_back)") could not be sent/;

/** What the venue printed: it is started so that it says nothing but warnings and errors. */
export function printedNothing(printed: string[]): Fault[] {
  const complaints = printed.filter((line) => !OF_THE_PLACE.test(line));
  if (complaints.length === 0) return [];
  return [found('log', complaints.slice(0, SHOWN).join('\n        '))];
}
