import { setTimeout as sleep } from 'node:timers/promises';
import { outcome } from '../../support/linked';
import type { PartnerAnswer } from '../../support/partner';
import type { Move } from './edits';
import type { Storm } from './storm';

/** What becomes of the link and of the order while everything else goes on. */

/**
 * How long after the end of a link what was sent before it may still arrive, in the venue's time:
 * the time-out of a call, and some time for a busy machine.
 */
const IN_FLIGHT_MS = 50_000;

/** How long a venue stays without its link, in the venue's time. */
const APART_MS = 120_000;

const ORDER_PAUSE_MS = 20_000;

function pause({ stage }: Storm, milliseconds: number): Promise<void> {
  return sleep(milliseconds / stage.clock.speed);
}

/**
 * Makes a call as Onefit's support. The venue takes what was signed within 300 s, 15 s of the machine's:
 * where it was too busy for that, the call is signed anew, as anybody would.
 */
async function asSupport(calling: () => Promise<PartnerAnswer>): Promise<PartnerAnswer> {
  const answer = await calling();
  return outcome(answer) === '401 timestamp_out_of_range' ? calling() : answer;
}

/**
 * Onefit's support links the venue.
 *
 * @returns whether it is linked now; without an order it cannot be
 */
export async function link(storm: Storm, onefitVenueId = 'of-1'): Promise<boolean> {
  const { place, town, notes, stage } = storm;
  const asked = stage.clock.now().getTime();
  const answer = await asSupport(() =>
    town.onefit.link(place.venue.uuid, town.company, onefitVenueId),
  );
  if (answer.status !== 200 && answer.status !== 409) {
    notes.surprises.push(`the link: ${outcome(answer)}`);
  }
  const last = notes.unlinked.at(-1);
  if (last?.until === Infinity && answer.status === 200) last.until = asked;
  return answer.status === 200;
}

/** Onefit's support ends the link; what Onefit holds stays, and it goes on taking what comes. */
export async function unlink({ place, town, notes, stage }: Storm): Promise<void> {
  const path = `/venues/${place.venue.uuid}/link`;
  const answer = await asSupport(() => town.onefit.call('DELETE', path));
  if (answer.status !== 204) notes.surprises.push(`the end of the link: ${outcome(answer)}`);
  const from = stage.clock.now().getTime() + IN_FLIGHT_MS;
  notes.unlinked.push({ from, until: Infinity });
}

/** Whether the venue is without its link just now. */
export function isApart({ notes }: Storm): boolean {
  return notes.unlinked.at(-1)?.until === Infinity;
}

/** What is under way about a venue's link: one thing at a time, so that the notes say what is so. */
const linking = new Map<string, Promise<unknown>>();

async function alone(storm: Storm, work: () => Promise<unknown>): Promise<void> {
  const { uuid } = storm.place.venue;
  const mine = (linking.get(uuid) ?? Promise.resolve()).then(work);
  linking.set(
    uuid,
    mine.catch(() => {}),
  );
  await mine;
}

export const apart: Move = (storm) =>
  alone(storm, async () => {
    if (isApart(storm)) return;
    await unlink(storm);
    await pause(storm, APART_MS);
    await link(storm);
  });

/** Onefit links the venue once more, under another id of its own: it then starts from nothing. */
export const relink: Move = (storm) =>
  alone(storm, async () => {
    if (!isApart(storm)) await link(storm, `of-${storm.random.between(1, 9)}`);
  });

/** The order is one for all venues: while one storm ends it, the others leave it alone. */
let ordering = false;

/** The extension is ended and ordered again: everything is taken back, and offered once more. */
export const reorder: Move = async (storm) => {
  if (ordering) return;
  ordering = true;
  try {
    const path = '/onefit-aggregator/extension-order';
    await storm.ask(storm.desk().delete(path));
    await pause(storm, ORDER_PAUSE_MS);
    await storm.ask(storm.desk().post(path, { contactEmail: 'b@venue.example' }));
  } finally {
    ordering = false;
  }
};

async function addFault({ stage, place, seed }: Storm, fault: object): Promise<void> {
  const { uuid: venueId } = place.venue;
  await stage.sandbox.control('POST', '/faults', { ...fault, venueId, seed });
}

/** Onefit will not have one session, a time or two. */
export const refusal: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  await addFault(storm, {
    kind: 'reject',
    sessionIds: [target.documentId],
    code: 'class_unknown',
    count: storm.random.between(1, 2),
  });
};

/** Onefit finds a batch invalid, whatever is in it. */
export const invalidBatch: Move = (storm) =>
  addFault(storm, { kind: 'status', status: 400, count: storm.random.between(1, 3) });

/** Onefit refuses the credentials once. */
export const unauthorized: Move = (storm) =>
  addFault(storm, { kind: 'status', status: storm.random.pick([401, 403]), count: 1 });

/** Onefit is away for some calls in a row. */
export const outage: Move = (storm) =>
  addFault(storm, { kind: 'status', status: 500, count: storm.random.between(2, 4) });
