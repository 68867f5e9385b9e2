import { setTimeout as sleep } from 'node:timers/promises';
import { createPrng } from '../../support/prng';
import type { SessionAtOnefit } from '../checker/at-onefit';
import type { Options } from '../options';
import { takeOut } from '../stage/guard-out';
import { buildStage } from '../stage/stage';
import type { Stage } from '../stage/stage';
import { claimed, makeOneVenue, sessionsOf, settledAfter } from './one-venue';
import type { OneVenue } from './one-venue';
import type { Check, Interruption, PartReport } from './part';

const APPOINTMENTS = 400;
const EDITS = 150;
const WEEKS = 52;

/** Longer than a sweep of so few appointments lasts. */
const SWEPT_MS = 3_000;

/** A killed instance's work is reclaimed within this. */
const RECLAIMED_SECONDS = 60;

/** How long Onefit takes for a call at least: long enough for another instance to come upon it. */
const CALL_MS = 150;
/** Clocks and timers count in whole milliseconds. */
const ROUNDING_MS = 5;

/** Edits at all instances at once; gives how often each appointment was saved. */
async function editEverywhere(stage: Stage, venue: OneVenue, seed: number) {
  const random = createPrng(seed);
  const saved = new Map<string, number>();
  const person = async (index: number) => {
    for (let edit = 0; edit < EDITS / stage.staff.length; edit += 1) {
      const appointment = random.pick(venue.appointments);
      const desk = stage.staff[index];
      await desk?.save('appointment', appointment, { room: `Room ${index}-${edit}` });
      saved.set(appointment, (saved.get(appointment) ?? 0) + 1);
    }
  };
  await Promise.all(stage.staff.map((_, index) => person(index)));
  return saved;
}

/** Sessions that came more often than they changed, or twice under one version. */
function doubled(sessions: SessionAtOnefit[], saved: Map<string, number>): string[] {
  return sessions.flatMap(({ id, received }) => {
    const versions = received.map(({ version }) => version);
    const changes = 1 + (saved.get(id) ?? 0);
    const twice = new Set(versions).size < versions.length;
    const tooOften = versions.length > changes;
    return twice || tooOften ? [`${id}: ${changes} changes, sent as ${versions.join(', ')}`] : [];
  });
}

/** Sessions of which a request arrived before the one before can have been answered. */
function inFlightTwice(sessions: SessionAtOnefit[]): string[] {
  return sessions.flatMap(({ id, received }) => {
    const arrivals = received.map(({ at }) => Date.parse(at)).sort((one, other) => one - other);
    const gaps = arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at));
    const least = Math.min(...gaps);
    return least < CALL_MS - ROUNDING_MS ? [`${id}: ${least} ms after the one before`] : [];
  });
}

async function sendTogether(stage: Stage, seed: number) {
  const latency = { kind: 'latency', ms: CALL_MS, jitterMs: CALL_MS };
  await stage.sandbox.control('PUT', '/faults', [latency]);
  const venue = await makeOneVenue(stage, APPOINTMENTS, true);
  const saved = await editEverywhere(stage, venue, seed);
  const seconds = await settledAfter(stage, 60_000);
  const sessions = await sessionsOf(stage, venue);
  const twice = doubled(sessions, saved);
  return { venue, seconds, sessions, twice, overlapping: inFlightTwice(sessions) };
}

/** All instances sweep at the same moment, again and again: never two at a time. */
async function sweepTogether({ staff, knex }: Stage): Promise<Check> {
  const ROUNDS = 5;
  let refused = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const answers = await Promise.all(
      staff.map((desk) => desk.post<{ running?: boolean }>('/onefit-aggregator/sync')),
    );
    refused += answers.filter(({ running }) => running).length;
  }
  // The last of them may still be at it, where it took longer than a person likes to wait.
  await sleep(SWEPT_MS);
  const rows = await knex('storm_sweeps').orderBy('id').select<Array<{ taken: boolean }>>('taken');
  const alternating = rows.every(({ taken }, index) => taken === (index % 2 === 0));
  return {
    name: `${staff.length} instances: one sweeper at a time`,
    holds: alternating && rows.length > 0 && rows.length % 2 === 0 && refused > 0,
    seen: [`${rows.length / 2} sweeps in turn, ${refused} told that one is running`],
  };
}

/** Writes down, in the run's own database, how the lease of the sweep goes from hand to hand. */
async function watchTheSweep({ knex }: Stage): Promise<void> {
  await knex.raw('CREATE TABLE storm_sweeps (id bigserial PRIMARY KEY, taken boolean NOT NULL)');
  await knex.raw(
    `CREATE FUNCTION storm_sweep() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.token IS DISTINCT FROM OLD.token THEN
         INSERT INTO storm_sweeps (taken) VALUES (NEW.token IS NOT NULL);
       END IF;
       RETURN NEW;
     END $$`,
  );
  await knex.raw(
    `CREATE TRIGGER storm_sweep AFTER UPDATE ON onefit_leases FOR EACH ROW
     WHEN (NEW.name = 'sweep') EXECUTE FUNCTION storm_sweep()`,
  );
}

/** Instances are killed while their requests are on their way: the one that is left does their work. */
async function killInFlight(stage: Stage, venue: OneVenue): Promise<Check> {
  await stage.sandbox.control('PUT', '/faults', [{ kind: 'latency', ms: 4_000 }]);
  const [left, ...others] = stage.venues;
  // It stands still until the others have claimed everything.
  left?.freeze();
  const [, desk] = stage.staff;
  await desk?.save('activity', venue.activity, { name: 'Yoga after the kill' });
  for (let looks = 0; looks < 200 && (await claimed(stage)) === 0; looks += 1) await sleep(20);
  await Promise.all(others.map((process) => process.kill()));
  const inFlight = await claimed(stage);
  await stage.sandbox.control('DELETE', '/faults');
  left?.thaw();
  const seconds = await settledAfter(stage, (RECLAIMED_SECONDS + 30) * 1000);
  const sessions = await sessionsOf(stage, venue);
  const there = sessions.every(({ held }) => held?.class.name === 'Yoga after the kill');
  return {
    name: `${others.length} of ${stage.venues.length} instances killed in flight: their work is done within ${RECLAIMED_SECONDS} s`,
    holds: inFlight > 0 && seconds !== null && seconds <= RECLAIMED_SECONDS && there,
    seen: [`${inFlight} sessions were in flight, all there after ${seconds ?? '?'} s`],
  };
}

async function together(
  options: Options,
  processes: number,
  work: (stage: Stage) => Promise<Check[]>,
): Promise<Check[]> {
  const stage = await buildStage({
    db: options.db,
    processes,
    speed: 1,
    sender: 'engine',
    horizonWeeks: WEEKS,
  });
  try {
    return await work(stage);
  } finally {
    await stage.clear();
  }
}

async function soundInstances(options: Options, stage: Stage): Promise<Check[]> {
  const { venue, seconds, sessions, twice, overlapping } = await sendTogether(stage, options.seed);
  await watchTheSweep(stage);
  const sends = sessions.reduce((sum, { received }) => sum + received.length, 0);
  return [
    {
      name: `${stage.venues.length} instances: no session sent twice for one version`,
      holds: seconds !== null && sessions.length === APPOINTMENTS && twice.length === 0,
      seen: [`${sends} sessions sent`, ...twice.slice(0, 5)],
    },
    {
      name: `${stage.venues.length} instances: at most one request in flight for a session`,
      holds: overlapping.length === 0 && sends > sessions.length,
      seen: [`${sends - sessions.length} sessions sent again`, ...overlapping.slice(0, 5)],
    },
    await sweepTogether(stage),
    await killInFlight(stage, venue),
  ];
}

/** The negative control: with claims that hold for no time, instances send the same. */
async function withoutLease(options: Options, stage: Stage): Promise<Check[]> {
  await takeOut(stage.knex, options.db, 'lease');
  const { twice, overlapping } = await sendTogether(stage, options.seed);
  return [
    {
      name: 'instances whose claims hold for no time: what is sent twice is found',
      holds: twice.length > 0,
      seen: [`${twice.length} sessions sent more often than they changed`],
    },
    {
      name: 'instances whose claims hold for no time: what is in flight twice is found',
      holds: overlapping.length > 0,
      seen: [`${overlapping.length} sessions were in flight more than once at a time`],
    },
  ];
}

/** Several instances on one PostgreSQL. */
export async function instances(options: Options, signal: Interruption): Promise<PartReport> {
  const checks: Check[] = [];
  for (const processes of [2, 3]) {
    signal.throwIfAborted();
    checks.push(...(await together(options, processes, (stage) => soundInstances(options, stage))));
  }
  checks.push(...(await together(options, 2, (stage) => withoutLease(options, stage))));
  return { checks, facts: { appointments: APPOINTMENTS, edits: EDITS } };
}
