import { setTimeout as sleep } from 'node:timers/promises';
import { someRule, someStart } from './place';
import type { Storm } from './storm';

/** Something that staff do in the content manager. */
export type Move = (storm: Storm) => Promise<void>;

const MINUTE = 60_000;
const ROOMS = ['Attic', 'Hall 2', 'Zaal “Noord”', 'Keller', null];
const TEACHERS = ['Zoë', 'Bram', 'Ł. Nowak', null];

async function editAppointment(storm: Storm, data: object): Promise<void> {
  const target = await storm.target();
  if (target) await storm.ask(storm.desk().save('appointment', target.documentId, data));
}

function activityOf({ random, place }: Storm): string {
  return random.pick([...place.open, ...place.open, place.closed]);
}

async function editActivity(storm: Storm, activity: string, data: object): Promise<void> {
  await storm.ask(storm.desk().save('activity', activity, data));
}

function someTimes({ stage, random }: Storm) {
  const startsAt = someStart(stage.clock.now(), random);
  const endsAt = new Date(startsAt.getTime() + random.pick([30, 60, 75]) * MINUTE);
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}

function someLimit({ random }: Storm): number | null {
  return random.chance(0.3) ? null : random.between(0, 8);
}

export const room: Move = (storm) => editAppointment(storm, { room: storm.random.pick(ROOMS) });

export const teacher: Move = (storm) =>
  editAppointment(storm, { teacher: storm.random.pick(TEACHERS) });

export const time: Move = (storm) => editAppointment(storm, someTimes(storm));

export const capacity: Move = (storm) =>
  editAppointment(storm, { capacity: storm.random.between(0, 20) });

/** An appointment goes its own way, or follows its activity again. */
export const override: Move = async (storm) => {
  const { random, place } = storm;
  const choice = random.pick(['as_activity', 'allowed', 'not_allowed']);
  const limit = someLimit(storm);
  const target = await storm.target(
    ({ state, activity }) =>
      state === 'scheduled' && (choice !== 'allowed' || activity !== place.closed),
  );
  if (!target) return;
  const data = { aggregatorBookings: choice, aggregatorSpotLimit: limit };
  await storm.ask(storm.desk().save('appointment', target.documentId, data));
};

export const add: Move = async (storm) => {
  const activity = activityOf(storm);
  await storm.ask(storm.desk().create('appointment', { activity, ...someTimes(storm) }));
};

export const remove: Move = async (storm) => {
  const target = await storm.target(() => true);
  if (!target) return;
  const uid = 'api::appointment.appointment';
  const path = `/content-manager/collection-types/${uid}/${target.documentId}`;
  await storm.ask(storm.desk().delete(path));
};

export const cancel: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  const path = `/front-desk/appointments/${target.documentId}/cancel`;
  await storm.ask(storm.desk().post(path, { reason: 'The teacher is ill', confirm: true }));
};

export const name: Move = (storm) =>
  editActivity(storm, activityOf(storm), {
    name: `${storm.random.pick(['Yoga', 'Zumba', 'Круговая', 'Spinning'])} ${storm.random.between(1, 99)}`,
  });

export const description: Move = (storm) =>
  editActivity(storm, activityOf(storm), {
    description: storm.random.chance(0.2) ? null : `For all, ${storm.random.between(1, 999)} <b>`,
  });

export const activityCapacity: Move = (storm) =>
  editActivity(storm, activityOf(storm), { capacity: storm.random.between(1, 20) });

/** The rule is switched; never that of the closed activity. */
export const ruleSwitch: Move = (storm) =>
  editActivity(storm, storm.random.pick(storm.place.open), {
    aggregatorBookings: storm.random.chance(0.65) ? 'allowed' : 'not_allowed',
  });

export const limit: Move = (storm) =>
  editActivity(storm, activityOf(storm), { aggregatorSpotLimit: someLimit(storm) });

export const windows: Move = (storm) => {
  const { random } = storm;
  return editActivity(storm, activityOf(storm), {
    bookingOpensHours: random.chance(0.4) ? null : random.between(1, 400),
    bookingClosesMinutes: random.between(0, 90),
    cancellationPeriodHours: random.between(0, 48),
  });
};

export const recurrence: Move = (storm) =>
  editActivity(storm, activityOf(storm), {
    recurrenceRule: someRule(storm.stage.clock.now(), storm.random),
  });

export const venueSettings: Move = (storm) => {
  const { random, place } = storm;
  const data = random.chance(0.5)
    ? { name: `Centrum ${random.between(1, 99)}` }
    : { timeZone: random.pick(['Europe/London', 'Africa/Casablanca', 'Europe/Amsterdam']) };
  return storm.ask(storm.desk().save('venue', place.venue.documentId, data));
};

/** Two people save the same appointment at one moment. */
export const both: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  await Promise.all(
    [{ room: storm.random.pick(ROOMS) }, { capacity: storm.random.between(1, 20) }].map((data) =>
      storm.ask(storm.desk().save('appointment', target.documentId, data)),
    ),
  );
};

/** Longer than the engine waits before it looks, or between two batches. */
const CLAIMED_MS = 2_000;

/** Somebody saves while the edit before is on its way to Onefit. */
export const meanwhile: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  const { stage, random } = storm;
  const save = (name: string) =>
    storm.ask(storm.desk().save('appointment', target.documentId, { room: name }));
  await save(`Before ${random.between(1, 99)}`);
  const end = Date.now() + CLAIMED_MS;
  const onItsWay = () =>
    stage
      .knex('onefit_sync_records')
      .where({ subject: target.documentId })
      .whereNotNull('lease_token')
      .first<unknown>('id');
  while (Date.now() < end && (await onItsWay()) === undefined) await sleep(10);
  await save(`After ${random.between(1, 99)}`);
};
