import type { Core } from '@strapi/strapi';
import type { RefusalLog } from '../activity-log/refusals';
import type { Clock } from '../clock';
import type { Trx } from '../venue/ports';
import type { Venue } from '../venue/venue';
import { findVenue } from '../venue/venues';
import type { LinkedVenue } from '../venue/venues';
import type { Operation, RequestOf } from '../wire/operation';
import type { OperationId } from '../wire/operations';
import { Problem } from '../wire/problems';
import type { ProblemCode } from '../wire/problems';

/** A request that was answered, in words of ours alone. */
export interface Answered {
  /** null where nobody signed it, or there is none at its address */
  operation: OperationId | null;
  status: number;
  /** null where it was not refused */
  code: ProblemCode | null;
  seconds: number;
}

/** What the calls work with; handed down once, at the start. */
export interface Inbound {
  strapi: Core.Strapi;
  /** Made when first asked for: routes are mounted before the venue's services exist. */
  venue: () => Venue;
  clock: Clock;
  /** Says that something may be due for Onefit. */
  wake: () => void;
  /** Says that somebody may have to be told by e-mail. */
  tell: () => void;
  /** Remembers what Onefit was refused. */
  refusals: RefusalLog;
  /** Counts what was answered, where somebody counts. */
  observe?: ((answered: Answered) => void) | undefined;
}

export interface Answer {
  status: 200 | 201 | 202 | 204;
  body?: unknown;
}

/** One call of the contract: its request is read already, its answer is written by the caller. */
export type Handler<O extends Operation = Operation> = (
  inbound: Inbound,
  request: RequestOf<O>,
) => Promise<Answer>;

/** A venue that Onefit has linked. */
export type ServedVenue = LinkedVenue & { onefitVenueId: string };

/**
 * A venue that was found, if Onefit may know of it. Unknown and not linked are the same answer.
 *
 * @throws Problem `not_found`
 */
export function served(venue: LinkedVenue | null): ServedVenue {
  if (venue?.onefitVenueId == null) throw new Problem('not_found');
  return { ...venue, onefitVenueId: venue.onefitVenueId };
}

/**
 * The venue of a call, if Onefit may know of it.
 *
 * @throws Problem `not_found`
 */
export async function servedVenue(trx: Trx, uuid: string): Promise<ServedVenue> {
  return served(await findVenue(trx, uuid));
}
