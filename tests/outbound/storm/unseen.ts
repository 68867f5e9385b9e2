import type { Move } from './edits';
import { someStart } from './place';
import type { Storm, Target } from './storm';

/** Changes past every hook, as an import, a script or a restored backup make them. */

const HOUR = 60 * 60_000;

async function write(storm: Storm, target: Target, columns: Record<string, unknown>) {
  storm.notes.unseen.add(target.documentId);
  await storm.stage
    .knex('appointments')
    .where({ document_id: target.documentId, state: 'scheduled' })
    .update(columns);
}

async function appointmentGets(storm: Storm, columns: Record<string, unknown>): Promise<void> {
  const target = await storm.target();
  if (target) await write(storm, target, columns);
}

export const unseenRoom: Move = (storm) =>
  appointmentGets(storm, { room: `Unseen ${storm.random.between(1, 99)}` });

export const unseenTime: Move = (storm) => {
  const starts_at = someStart(storm.stage.clock.now(), storm.random);
  return appointmentGets(storm, { starts_at, ends_at: new Date(starts_at.getTime() + HOUR) });
};

export const unseenCapacity: Move = (storm) =>
  appointmentGets(storm, { capacity: storm.random.between(0, 20) });

/** Only where nobody booked: else it would be half a cancellation. */
export const unseenCancellation: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  storm.notes.unseen.add(target.documentId);
  const { knex, clock } = storm.stage;
  await knex('appointments')
    .where({ document_id: target.documentId, state: 'scheduled', booked: 0 })
    .update({
      state: 'cancelled',
      cancelled_at: clock.now(),
      cancellation_reason: 'Nobody was told',
    });
};

export const unseenDeletion: Move = async (storm) => {
  const target = await storm.target();
  if (!target) return;
  storm.notes.unseen.add(target.documentId);
  const { knex } = storm.stage;
  await knex('appointments')
    .where({ document_id: target.documentId, booked: 0 })
    .whereNotExists(knex('bookings').where({ appointment_key: target.documentId }).select('id'))
    .delete();
};

export const unseenName: Move = async (storm) => {
  const activity = storm.random.pick(storm.place.open);
  const { knex } = storm.stage;
  await storm.target();
  const rows = await knex('appointments')
    .where({ activity_key: activity })
    .select<Array<{ documentId: string }>>({ documentId: 'document_id' });
  for (const { documentId } of rows) storm.notes.unseen.add(documentId);
  await knex('activities')
    .where({ document_id: activity })
    .update({ name: `Unseen ${storm.random.between(1, 99)}` });
};
