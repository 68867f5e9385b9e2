import { expect } from '@playwright/test';
import type { Doc, Staff } from '../../loop/staff';
import { onefitOf } from '../onefit/onefit';
import type { Onefit } from '../onefit/onefit';
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

/** Makes an appointment as {@link makeAppointment} does, and waits until Onefit's members see it. */
export async function makeSession(staff: Staff, onefit: Onefit, capacity: number): Promise<string> {
  const appointment = await makeAppointment(staff, capacity);
  await expect.poll(() => onefit.shows(appointment)).toBe(true);
  return appointment;
}

/** Makes a customer of the studio's own, and books them in; an open visit. */
export async function bookOwn(
  staff: Staff,
  appointment: string | undefined,
  person: { firstName: string; lastName: string; email?: string; phone?: string },
): Promise<Doc> {
  const customer = await staff.create('customer', person);
  await staff.post(`/front-desk/appointments/${appointment ?? ''}/bookings`, {
    customer: customer.documentId,
    product: null,
  });
  return customer;
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
