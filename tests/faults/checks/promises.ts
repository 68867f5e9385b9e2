import type { Call } from '../../race/calls/call';
import { check as checkRace } from '../../race/checker/check';
import type { Result } from '../../race/checker/check';
import type { Evidence as RaceEvidence, Violation } from '../../race/checker/evidence';
import { inShort } from '../../race/checker/lawful-answers';
import type { Evidence } from '../../outbound/checker/evidence';
import { cancellationsStand, versionsRise } from '../../outbound/checker/order';
import type { Edit } from '../load/movers';
import { editsKept } from './edits-kept';
import { undelivered } from './peer';
import { FREED_WITHIN_MS, stuckTooLong } from './stuck-claims';
import type { StuckClaim } from './stuck-claims';

/** All that is known once a run is over and everything is still. */
export interface Witness {
  race: RaceEvidence;
  edits: Edit[];
  /** both sides as they were when everybody had stopped, and once every spot was filled after that */
  peers: [atRest: Evidence, filled: Evidence];
  claims: StuckClaim[];
  /** anything else that should not have been, in short */
  surprises: string[];
}

/** One promise, and what was found against it. */
export interface Judged {
  promise: string;
  broken: string[];
}

const CANCELLING = ['cancel', 'desk-cancel', 'call-off'];

function isCancelling({ calls }: Violation): boolean {
  return calls.some(({ asked }) => CANCELLING.includes(asked.kind));
}

function told({ asked, ...call }: Call): string {
  const { kind, ...rest } = asked;
  return `${kind} ${Object.values(rest).join(' ')} → ${inShort({ asked, ...call })}`;
}

function inWords({ what, calls }: Violation): string {
  return [what, ...calls.slice(0, 6).map((call) => `\n      ${told(call)}`)].join('');
}

export const KEPT_BOOKINGS = 'no answered booking is lost';
export const KEPT_CANCELLATIONS = 'no answered cancellation is lost';
export const DELIVERED =
  'no change is undelivered once quiet: Onefit holds what the venue has, field by field';
export const RISING = 'versions of a session never fall at Onefit, and a cancellation stands';
export const FREED = `what a killed process had claimed is free within ${FREED_WITHIN_MS / 1000} s`;
export const COUNTED = 'counters equal rows';

const KEPT = 'every 2xx answer is kept';

function split({ invariant, violations }: Result): Judged[] {
  if (invariant !== KEPT) return [{ promise: invariant, broken: violations.map(inWords) }];
  const cancelling = violations.filter(isCancelling);
  return [
    {
      promise: KEPT_BOOKINGS,
      broken: violations.filter((one) => !cancelling.includes(one)).map(inWords),
    },
    { promise: KEPT_CANCELLATIONS, broken: cancelling.map(inWords) },
  ];
}

/** Judges a run: all that the race promises, and what a crash must not break. */
export function judge({ race, edits, peers, claims, surprises }: Witness): Judged[] {
  const [, peer] = peers;
  return [
    ...checkRace(race).flatMap(split),
    {
      promise: 'no answered edit of staff is lost',
      broken: editsKept(edits, peer.rows.appointments),
    },
    { promise: DELIVERED, broken: peers.flatMap(undelivered) },
    {
      promise: RISING,
      broken: [...versionsRise(peer), ...cancellationsStand(peer)].map(
        ({ subject, what }) => `${subject}: ${what}`,
      ),
    },
    { promise: FREED, broken: stuckTooLong(claims) },
    { promise: 'nothing else is surprising', broken: surprises },
  ];
}
