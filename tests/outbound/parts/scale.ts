import { setTimeout as sleep } from 'node:timers/promises';
import type { Options } from '../options';
import { buildStage } from '../stage/stage';
import type { Stage } from '../stage/stage';
import { clearUp } from '../storm/wave';
import { mostWithin } from './most-within';
import { claimed, makeOneVenue, requests, sessionsOf, settledAfter } from './one-venue';
import type { OneVenue } from './one-venue';
import type { Check, Interruption, PartReport } from './part';

/** The bounds stand in the issue that asked for them; everything else is only reported. */

const MANY = 2_000;
const WITH_YEAR_AHEAD = 52;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Found {
  check: Check;
  facts: Record<string, unknown>;
}

async function edit(stage: Stage, type: string, documentId: string, data: object): Promise<void> {
  await stage.staff[0]?.save(type, documentId, data);
}

function isHeld(sessions: Awaited<ReturnType<typeof sessionsOf>>, name: string): boolean {
  return sessions.every(({ held }) => held?.status === 'scheduled' && held.class.name === name);
}

/** 1,000 edits of one appointment in 10 s make at most 12 requests. */
async function manyEdits(stage: Stage): Promise<Found> {
  const EDITS = 1_000;
  const PEOPLE = 6;
  const venue = await makeOneVenue(stage, 1, true);
  const [appointment = ''] = venue.appointments;
  await settledAfter(stage, 10_000);
  const before = (await sessionsOf(stage, venue))[0]?.received.length ?? 0;
  const began = Date.now();
  let done = 0;
  const person = async () => {
    while (done < EDITS) {
      done += 1;
      // No faster than the hundred a second of the bound, where the machine could.
      await sleep(began + done * 10 - Date.now());
      await edit(stage, 'appointment', appointment, { room: `Room ${done}` });
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, person));
  const seconds = (Date.now() - began) / 1000;
  await settledAfter(stage, 10_000);
  const [session] = await sessionsOf(stage, venue);
  const row: unknown = await stage
    .knex('appointments')
    .where({ document_id: appointment })
    .first('room');
  const received = session?.received.slice(before) ?? [];
  const most = mostWithin(
    received.map(({ at }) => Date.parse(at)),
    10_000,
  );
  const same = session?.held?.room === (row as { room: string }).room;
  const facts = {
    edits: done,
    seconds: Number(seconds.toFixed(1)),
    requests: received.length,
    mostInTenSeconds: most,
  };
  return {
    check: {
      name: `${EDITS} edits of one appointment: at most 12 requests in any 10 s, and the last edit is there`,
      holds: most <= 12 && received.length > 0 && same,
      seen: [JSON.stringify(facts)],
    },
    facts: { manyEdits: facts },
  };
}

/** 2,000 appointments switched on make at most 25 requests and arrive within 30 s. */
async function switchedOn(stage: Stage): Promise<Found & { venue: OneVenue }> {
  const venue = await makeOneVenue(stage, MANY, false);
  await stage.sandbox.control('PUT', '/faults', [{ kind: 'latency', ms: 20 }]);
  const began = Date.now();
  await edit(stage, 'activity', venue.activity, { aggregatorBookings: 'allowed' });
  const saved = (Date.now() - began) / 1000;
  await settledAfter(stage, 60_000);
  const seconds = (Date.now() - began) / 1000;
  const sent = await requests(stage);
  const sessions = await sessionsOf(stage, venue);
  const complete = sessions.length === MANY && isHeld(sessions, 'Yoga');
  const facts = {
    appointments: MANY,
    savedAfterSeconds: Number(saved.toFixed(1)),
    thereAfterSeconds: Number(seconds.toFixed(1)),
    requests: sent,
  };
  return {
    venue,
    check: {
      name: `${MANY} appointments switched on: at most 25 requests, all there within 30 s`,
      holds: complete && sent <= 25 && seconds <= 30,
      seen: [JSON.stringify(facts)],
    },
    facts: { switchedOn: facts },
  };
}

/** Lets the connection fail for so long, by putting the clock forward over each pause. */
async function failFor(stage: Stage, milliseconds: number): Promise<number> {
  const end = stage.clock.now().getTime() + milliseconds;
  let tries = 0;
  while (stage.clock.now().getTime() < end) {
    const before = await requests(stage);
    for (let looks = 0; looks < 100 && (await requests(stage)) === before; looks += 1) {
      await sleep(50);
    }
    tries += 1;
    // The failure is written down after the answer.
    await sleep(150);
    const row: unknown = await stage.knex('onefit_venue_links').first('next_attempt_at');
    const next = (row as { next_attempt_at: Date | number | null } | undefined)?.next_attempt_at;
    if (next === null || next === undefined) continue;
    const now = stage.clock.now().getTime();
    stage.clock.forward(Math.max(0, Math.min(new Date(next).getTime(), end) - now));
  }
  return tries;
}

/** Onefit answers from now on: the next try, at most the longest pause later, finds it again. */
async function recover(stage: Stage, faults: object[]): Promise<void> {
  await stage.sandbox.control('PUT', '/faults', faults);
  // A call that still failed begins its pause when that is written down.
  while ((await claimed(stage)) > 0) await sleep(50);
  stage.clock.forward(15 * MINUTE);
}

/** After an hour without Onefit and 2,000 waiting, all there within 60 s of recovery. */
async function anHourAway(stage: Stage, venue: OneVenue): Promise<Found> {
  await stage.sandbox.control('PUT', '/faults', [{ kind: 'status', status: 500 }]);
  await edit(stage, 'activity', venue.activity, { name: 'Yoga after the hour' });
  const tries = await failFor(stage, HOUR);
  const waiting = (await sessionsOf(stage, venue)).filter(
    ({ held }) => held?.class.name === 'Yoga',
  ).length;
  const before = await requests(stage);
  await recover(stage, [{ kind: 'latency', ms: 20 }]);
  const seconds = await settledAfter(stage, 120_000);
  const facts = {
    waiting,
    triesWhileAway: tries,
    thereAfterSeconds: seconds,
    requests: (await requests(stage)) - before,
  };
  return {
    check: {
      name: `an hour away, ${MANY} waiting: all there within 60 s of the try that finds Onefit again`,
      holds:
        waiting === MANY &&
        seconds !== null &&
        seconds <= 60 &&
        isHeld(await sessionsOf(stage, venue), 'Yoga after the hour'),
      seen: [JSON.stringify(facts)],
    },
    facts: { anHourAway: facts },
  };
}

/** Fourteen days without Onefit, with edits on each, heal with nobody's help. */
async function aFortnightAway(stage: Stage, venue: OneVenue): Promise<Found> {
  const DAYS = 14;
  const later = venue.appointments.slice(-50);
  await stage.sandbox.control('PUT', '/faults', [{ kind: 'status', status: 503 }]);
  for (let day = 1; day <= DAYS; day += 1) {
    await edit(stage, 'appointment', later[day] ?? '', { room: `Hall ${day}` });
    await failFor(stage, 20 * MINUTE);
    stage.clock.forward(DAY - 20 * MINUTE);
  }
  await edit(stage, 'activity', venue.activity, { name: 'Yoga after the fortnight' });
  const [cancelled = ''] = later;
  const path = `/front-desk/appointments/${cancelled}/cancel`;
  await stage.staff[0]?.post(path, { reason: 'Ill', confirm: true });
  await recover(stage, []);
  const seconds = await settledAfter(stage, 120_000);
  const now = stage.clock.now().getTime();
  const sessions = (await sessionsOf(stage, venue)).filter(
    ({ held }) => held && Date.parse(held.endsAt) > now,
  );
  const first = sessions.filter(({ id }) => id === cancelled);
  const others = sessions.filter(({ id }) => id !== cancelled);
  const facts = { days: DAYS, sessionsAhead: sessions.length, thereAfterSeconds: seconds };
  return {
    check: {
      name: `${DAYS} days away, with edits on each: heals by itself`,
      holds:
        seconds !== null &&
        others.length > 1_000 &&
        isHeld(others, 'Yoga after the fortnight') &&
        others.filter(({ held }) => held?.room?.startsWith('Hall ')).length === DAYS &&
        first[0]?.held?.status === 'cancelled',
      seen: [JSON.stringify(facts)],
    },
    facts: { aFortnightAway: facts },
  };
}

/** What the engine does with much at once, and after long. */
export async function scale({ db }: Options, signal: Interruption): Promise<PartReport> {
  const stage = await buildStage({
    db,
    processes: 1,
    speed: 1,
    sender: 'engine',
    horizonWeeks: WITH_YEAR_AHEAD,
  });
  try {
    const found: Found[] = [];
    const note = <One extends Found>(one: One): One => {
      signal.throwIfAborted();
      console.log(`  ${one.check.seen.join(' ')}`);
      found.push(one);
      return one;
    };
    note(await manyEdits(stage));
    await clearUp(stage);
    const { venue } = note(await switchedOn(stage));
    note(await anHourAway(stage, venue));
    note(await aFortnightAway(stage, venue));
    return {
      checks: found.map(({ check }) => check),
      facts: Object.assign({}, ...found.map(({ facts }) => facts)) as Record<string, unknown>,
    };
  } finally {
    await stage.clear();
  }
}
