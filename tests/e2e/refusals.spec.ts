import { entries, refusalOf } from '../loop/staff';
import { expect, test } from './browser/test';
import { onefitOf } from './onefit/onefit';
import { connected, makeAppointment } from './studio/studio';

const appointmentPath = (documentId: string) =>
  `/admin/content-manager/collection-types/api::appointment.appointment/${documentId}`;

test.describe('a manager meets a no, and reads why and what to do', () => {
  test.use({ as: 'manager' });

  test.beforeAll(({ staff, house }) => connected(staff, house));
  test.afterEach(({ house }) => onefitOf(house).faults());

  test('the Onefit API cannot be ordered twice: the Market leads to the next steps', async ({
    page,
  }) => {
    await page.goto('/admin/plugins/onefit-aggregator/market/onefit-api');
    await expect(page.getByRole('link', { name: 'Next steps' }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Order' })).toHaveCount(0);
  });

  test('an appointment is not cancelled without a reason', async ({ page, staff }) => {
    const appointment = await makeAppointment(staff, 5);
    await page.goto(`/admin/plugins/front-desk/appointments/${appointment}`);
    await page.getByRole('button', { name: 'More for this appointment' }).click();
    await page.getByRole('menuitem', { name: 'Cancel appointment…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('button', { name: /^Cancel/ })
      .last()
      .click();
    await expect(dialog.getByText('Say why the appointment is cancelled.')).toBeVisible();
  });

  test('a booking of Onefit is neither changed nor deleted by hand', async ({
    page,
    staff,
    house,
  }) => {
    const onefit = onefitOf(house);
    const appointment = await makeAppointment(staff, 5);
    await expect
      .poll(async () => (await onefit.scheduled()).some(({ id }) => id === appointment))
      .toBe(true);
    const member = { id: 'of-locked-1', firstName: 'Lou', lastName: 'Locked' };
    const { booking } = await onefit.book(appointment, member);
    const [row] = await staff.find('booking', { externalId: booking.id });
    await page.goto(
      `/admin/content-manager/collection-types/api::booking.booking/${row?.documentId ?? ''}`,
    );
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await expect(page.getByRole('menuitem', { name: 'Delete entry' })).toBeDisabled();
    // Who may delete everything may not delete this either.
    const refusal = await refusalOf(staff.delete(entries('booking', row?.documentId)));
    expect(refusal.code).toBe('onefit_booking_locked');
    expect(await staff.find('booking', { externalId: booking.id })).toHaveLength(1);
  });

  test('an Onefit ID that cannot be one is not saved', async ({ page, staff }) => {
    const customer = await staff.create('customer', { firstName: 'Odd', lastName: 'Id' });
    await page.goto(
      `/admin/content-manager/collection-types/api::customer.customer/${customer.documentId}`,
    );
    await page.getByRole('button', { name: 'Onefit ID: more' }).click();
    await page.getByRole('menuitem', { name: 'Enter Onefit ID' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Onefit ID' }).fill('no blanks!');
    await expect(page.getByText(/An ID has 1 to 64 letters, digits/)).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  test('a session that Onefit refuses needs attention, with their word, until it is sent again', async ({
    page,
    staff,
    house,
  }) => {
    const onefit = onefitOf(house);
    await onefit.faults({
      kind: 'reject',
      classNames: ['Strong by Zumba'],
      code: 'room_unknown',
      detail: 'This room is unknown.',
    });
    const appointment = await makeAppointment(staff, 5);
    await page.goto(appointmentPath(appointment));
    await expect(page.getByText('Needs attention').first()).toBeVisible();
    await expect(page.getByText(/This room is unknown\./).first()).toBeVisible();
    await onefit.faults();
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect(page.getByText('On Onefit').first()).toBeVisible();
  });

  test('a connection that fails is said to be interrupted, and heals', async ({
    page,
    staff,
    house,
  }) => {
    const onefit = onefitOf(house);
    await onefit.faults({ kind: 'status', status: 503, retryAfter: 3 });
    const appointment = await makeAppointment(staff, 5);
    await page.goto('/admin/plugins/onefit-aggregator/status');
    await expect(page.getByText('Interrupted').first()).toBeVisible();
    await page.goto(appointmentPath(appointment));
    await expect(page.getByText(/We keep trying; nothing is lost/).first()).toBeVisible();
    await onefit.faults();
    await expect
      .poll(async () => (await onefit.scheduled()).some(({ id }) => id === appointment))
      .toBe(true);
  });
});
