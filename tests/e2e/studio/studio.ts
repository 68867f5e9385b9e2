import type { Staff } from '../../loop/staff';
import { onefitOf } from '../onefit/onefit';
import type { House } from '../stage/house';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Makes an appointment of its own on an activity that Onefit may book, so that tests do not meet. */
export async function makeAppointment(staff: Staff, capacity: number): Promise<string> {
  const [activity] = await staff.find('activity', { name: 'Strong by Zumba' });
  if (!activity) throw new Error('There is no activity Strong by Zumba.');
  const startsAt = new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + 2 * DAY_MS + 3 * HOUR_MS);
  const made = await staff.create('appointment', {
    activity: { connect: [{ documentId: activity.documentId }] },
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + HOUR_MS).toISOString(),
    capacity,
    aggregatorBookings: 'allowed',
  });
  return made.documentId;
}

/** The extension is ordered and linked, whatever ran before. */
export async function connected(staff: Staff, house: House): Promise<void> {
  const { order } = await staff.get<{ order: unknown }>('/onefit-aggregator/extension-order');
  if (!order) {
    await staff.post('/onefit-aggregator/extension-order', {
      contactEmail: house.people.manager.email,
    });
  }
  await onefitOf(house).link();
}
