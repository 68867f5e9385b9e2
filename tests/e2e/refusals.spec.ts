import { entries, refusalOf } from '../loop/staff';
import type { Doc, Staff } from '../loop/staff';
import { expect, test } from './browser/test';
import { onefitOf } from './onefit/onefit';
import { bookOwn, connected, makeAppointment, makeSession } from './studio/studio';

const appointmentPath = (documentId: string) =>
  `/admin/content-manager/collection-types/api::appointment.appointment/${documentId}`;

/** Makes an entry that Onefit may book up to four spots of, and tells where it is edited. */
async function makeLimited(staff: Staff, type: 'activity' | 'appointment'): Promise<string> {
  const limit = { aggregatorBookings: 'allowed', aggregatorSpotLimit: 4 };
  if (type === 'activity') {
    const facts = { name: 'Few For Onefit', kind: 'class', capacity: 8, ...limit };
    return (await staff.create('activity', facts)).documentId;
  }
  const appointment = await makeAppointment(staff, 8);
  await staff.save('appointment', appointment, limit);
  return appointment;
}

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
    const appointment = await makeSession(staff, onefit, 5);
    const member = { id: 'of-locked-1', firstName: 'Lou', lastName: 'Locked' };
    const { booking } = await onefit.book(appointment, member);
    const [row] = await staff.find('booking', { externalId: booking.id });
    await page.goto(
      `/admin/content-manager/collection-types/api::booking.booking/${row?.documentId ?? ''}`,
    );
    await page.getByRole('combobox', { name: /^State/ }).click();
    await page.getByRole('option', { name: 'Cancelled late' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(
      page.getByText(/^Only Onefit or the member can cancel or change this booking\./).first(),
    ).toBeVisible();
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await expect(page.getByRole('menuitem', { name: 'Delete entry' })).toBeDisabled();
    // Who may delete everything may not delete this either.
    const refusal = await refusalOf(staff.delete(entries('booking', row?.documentId)));
    expect(refusal.code).toBe('onefit_booking_locked');
    expect(await staff.find('booking', { externalId: booking.id })).toMatchObject([
      { state: 'confirmed' },
    ]);
  });

  test('a customer who has a place is not given a second one: the search leads to it', async ({
    page,
    staff,
  }) => {
    const appointment = await makeAppointment(staff, 5);
    const person = { firstName: 'Twice', lastName: 'Signed' };
    const customer = await bookOwn(staff, appointment, person);
    await page.goto(`/admin/plugins/front-desk/appointments/${appointment}`);
    await page.getByRole('combobox', { name: 'Search or add a customer' }).fill('Twice Signed');
    await page.getByRole('option', { name: /Twice Signed.*Has a place: go to it/ }).click();
    await expect(page.getByRole('checkbox', { name: 'Twice Signed is present' })).toBeFocused();
    // A second window that has not heard of the first one's booking.
    const refusal = await refusalOf(
      staff.post(`/front-desk/appointments/${appointment}/bookings`, {
        customer: customer.documentId,
        product: null,
      }),
    );
    expect(refusal.code).toBe('already_booked');
  });

  test('a product of the system is not deleted', async ({ page, staff }) => {
    const [product] = await staff.find('product', { name: 'Onefit' });
    await page.goto(
      `/admin/content-manager/collection-types/api::product.product/${product?.documentId ?? ''}`,
    );
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete entry' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await expect(
      page.getByText('The product "Onefit" belongs to the system and cannot be deleted.').first(),
    ).toBeVisible();
    expect(await staff.find('product', { name: 'Onefit' })).toHaveLength(1);
  });

  for (const type of ['activity', 'appointment'] as const) {
    test(`an emptied limit of spots of an ${type} is never "as many as are free"`, async ({
      page,
      staff,
    }) => {
      const documentId = await makeLimited(staff, type);
      const saved = async () => {
        const { data } = await staff.get<{ data: Doc }>(entries(type, documentId));
        return [data.aggregatorBookings, data.aggregatorSpotLimit];
      };
      await page.goto(`/admin${entries(type, documentId)}`);
      const spots = page.getByLabel('Spots, at most');
      await expect(spots).toHaveValue('4');
      await spots.press('Control+a');
      await spots.press('Backspace');
      await expect(spots).toHaveValue('');
      await expect(page.getByRole('radio', { name: 'At most a fixed number' })).toBeChecked();
      const told = page.getByText(/^Enter a number from 0 on, or choose .As many as are free.\.$/);
      await expect(told).toBeVisible();
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('There are validation errors').first()).toBeVisible();
      expect(await saved()).toEqual(['allowed', 4]);

      await spots.pressSequentially('6');
      await expect(spots).toHaveValue('6');
      await expect(told).toHaveCount(0);
      await expect(page.getByText('The value is too low')).toHaveCount(0);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Saved document').first()).toBeVisible();
      expect(await saved()).toEqual(['allowed', 6]);

      // A rule that needs no number is saved, and leaves the limit as it is stored.
      await spots.press('Control+a');
      await spots.press('Backspace');
      await expect(told).toBeVisible();
      await page.getByRole('radio', { name: 'Not allowed', exact: true }).click();
      await expect(told).toHaveCount(0);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect.poll(saved).toEqual(['not_allowed', 6]);
    });
  }

  test('a venue with booked appointments keeps its time zone', async ({ page, staff }) => {
    const appointment = await makeAppointment(staff, 5);
    await bookOwn(staff, appointment, { firstName: 'Zoe', lastName: 'Zone' });
    const [venue] = await staff.find('venue');
    await page.goto(
      `/admin/content-manager/collection-types/api::venue.venue/${venue?.documentId ?? ''}`,
    );
    await page.getByLabel('Time zone').fill('America/New_York');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText(/so its time zone cannot change/).first()).toBeVisible();
    expect((await staff.find('venue'))[0]?.timeZone).toBe('Europe/Amsterdam');
  });

  test('a Onefit ID that somebody holds is not entered by hand for somebody else', async ({
    page,
    staff,
  }) => {
    const holder = await staff.create('customer', { firstName: 'Hera', lastName: 'Holder' });
    await staff.create('customer-aggregator-id', {
      customer: { connect: [{ documentId: holder.documentId }] },
      aggregator: 'onefit',
      externalId: 'of-held-1',
    });
    const other = await staff.create('customer', { firstName: 'Olga', lastName: 'Other' });
    const entered = await staff.create('customer-aggregator-id', {
      customer: { connect: [{ documentId: other.documentId }] },
      aggregator: 'onefit',
      externalId: 'of-free-1',
    });
    await page.goto(
      `/admin/content-manager/collection-types/api::customer-aggregator-id.customer-aggregator-id/${entered.documentId}`,
    );
    await page.getByRole('textbox', { name: /^ID/ }).fill('of-held-1');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(
      page
        .getByText('This ID belongs to Hera Holder. Correct the ID, or remove it there first.')
        .first(),
    ).toBeVisible();
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
    await expect.poll(() => onefit.shows(appointment)).toBe(true);
  });
});
