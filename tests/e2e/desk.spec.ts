import { cancelBooking, openMenuOf, openSignIn, placeOf } from './browser/sign-in-list';
import { expect, test } from './browser/test';
import { onefitOf } from './onefit/onefit';
import { bookOwn, connected, makeAppointment, makeSession } from './studio/studio';

/** A booking of Onefit shows within three seconds; the browser and the clock take a moment too. */
const SHOWN_MS = 4_000;

const DAY_MS = 24 * 60 * 60_000;

test.describe('the day of the front desk', () => {
  test.use({ as: 'desk' });

  test('the menu shows the schedule and no more than the desk needs', async ({ page }) => {
    await page.goto('/admin');
    const menu = page.getByRole('navigation').first();
    await expect(menu.getByRole('link', { name: 'Schedule' })).toBeVisible();
    for (const name of ['Market', 'Marketplace', 'Onefit', 'Content-Type Builder']) {
      await expect(menu.getByRole('link', { name, exact: true })).toHaveCount(0);
    }
    await page.goto('/admin/plugins/onefit-aggregator/market');
    await expect(page.getByText(/have the permissions to access that content/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Order' })).toHaveCount(0);
  });

  test('from the week to an appointment, by its card', async ({ page }) => {
    await page.goto('/admin/plugins/front-desk');
    // On a Sunday evening this week has nothing more; the seed begins where it stands.
    await page.getByRole('button', { name: 'Later' }).click();
    await expect(page.getByText('Europe/Amsterdam').first()).toBeVisible();
    const card = page.getByRole('link', { name: /Zumba|Boot Camp|Barre/ }).first();
    await card.click();
    await expect(page.getByRole('combobox', { name: 'Search or add a customer' })).toBeVisible();
  });

  test('adds somebody new, ticks, takes back, chooses a product, cancels', async ({
    page,
    staff,
  }) => {
    const appointment = await makeAppointment(staff, 10);
    await openSignIn(page, appointment);
    const search = page.getByRole('combobox', { name: 'Search or add a customer' });
    await search.fill('Nadia Nieuw');
    await page.getByRole('option', { name: /New customer/ }).click();
    await page.getByRole('button', { name: 'Create customer' }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const place = placeOf(page, 'Nadia Nieuw');
    await expect(place).toContainText('No product');
    await expect(page.getByText('1 open visit: choose its product')).toBeVisible();
    const tick = place.getByRole('checkbox');
    await tick.click();
    await expect(place).toContainText('Present');
    await tick.click();
    await expect(place).toContainText('Booked');
    await place.getByRole('button', { name: 'Choose the product of Nadia Nieuw' }).click();
    await page.getByRole('menuitem').first().click();
    await expect(place).not.toContainText('No product');
    await cancelBooking(page, 'Nadia Nieuw');
    await expect(place.getByRole('checkbox')).toHaveCount(0);
  });

  test('sees a Onefit booking come and go without a reload', async ({ page, staff, house }) => {
    const onefit = onefitOf(house);
    await connected(staff, house);
    const appointment = await makeSession(staff, onefit, 10);
    await openSignIn(page, appointment);
    const member = { id: 'of-live-1', firstName: 'Lena', lastName: 'Live' };
    const { booking } = await onefit.book(appointment, member);
    const place = placeOf(page, 'Lena Live');
    await expect(place).toBeVisible({ timeout: SHOWN_MS });
    await expect(page.getByText('Onefit: a new booking, Lena Live.').first()).toBeVisible();
    await expect(place).toContainText('Onefit');
    await onefit.cancel(booking.id);
    await expect(page.getByText('Cancelled (1)')).toBeVisible({ timeout: SHOWN_MS });
  });

  test('takes back the tick of a colleague, and offers a no-show once the start has passed', async ({
    page,
    staff,
  }) => {
    const appointment = await makeAppointment(staff, 10);
    await bookOwn(staff, appointment, { firstName: 'Tim', lastName: 'Ticked' });
    const [entry] = (
      await staff.get<{ bookings: Array<{ documentId: string }> }>(
        `/front-desk/appointments/${appointment}/sign-in`,
      )
    ).bookings;
    await staff.post(`/front-desk/bookings/${entry?.documentId ?? ''}/check-in`, {});
    await page.clock.install();
    await openSignIn(page, appointment);
    const place = placeOf(page, 'Tim Ticked');
    await expect(place).toContainText('Present');
    await place.getByRole('checkbox').click();
    await expect(place).toContainText('Booked');
    await openMenuOf(page, 'Tim Ticked');
    await expect(page.getByRole('menuitem', { name: 'Cancel booking' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'No-show' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    // The page has been open since, and nothing else has changed.
    await page.clock.fastForward(4 * DAY_MS);
    await openMenuOf(page, 'Tim Ticked');
    await expect(page.getByRole('menuitem', { name: 'No-show' })).toBeVisible();
  });

  test('is told when the appointment is full', async ({ page, staff }) => {
    const appointment = await makeAppointment(staff, 1);
    await openSignIn(page, appointment);
    for (const name of ['Fae First', 'Sam Second']) {
      await page.getByRole('combobox', { name: 'Search or add a customer' }).fill(name);
      await page.getByRole('option', { name: /New customer/ }).click();
      await page.getByRole('button', { name: 'Create customer' }).click();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      if (name === 'Fae First') await expect(placeOf(page, name)).toBeVisible();
    }
    await expect(page.getByText(/This appointment is full\. Raise its capacity/)).toBeVisible();
    await expect(placeOf(page, 'Sam Second')).toHaveCount(0);
  });

  test('does it all by keyboard', async ({ page, staff }) => {
    const appointment = await makeAppointment(staff, 10);
    for (const firstName of ['Abel', 'Bea']) {
      await bookOwn(staff, appointment, { firstName, lastName: 'Keys' });
    }
    await openSignIn(page, appointment);
    await placeOf(page, 'Abel Keys').getByRole('checkbox').focus();
    await page.keyboard.press('ArrowDown');
    await expect(placeOf(page, 'Bea Keys').getByRole('checkbox')).toBeFocused();
    await page.keyboard.press('Space');
    await expect(placeOf(page, 'Bea Keys')).toContainText('Present');
    await expect(page.getByRole('button', { name: /^Undo/ }).first()).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(placeOf(page, 'Bea Keys')).toContainText('Booked');
    await page.keyboard.press('ArrowUp');
    await expect(placeOf(page, 'Abel Keys').getByRole('checkbox')).toBeFocused();
  });

  test('takes a tick back before the server has answered it', async ({ page, staff }) => {
    const appointment = await makeAppointment(staff, 10);
    await bookOwn(staff, appointment, { firstName: 'Quick', lastName: 'Undo' });
    await page.route('**/front-desk/bookings/*/check-in', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await openSignIn(page, appointment);
    await placeOf(page, 'Quick Undo').getByRole('checkbox').focus();
    const undone = page.waitForResponse(/\/bookings\/\w+\/undo$/);
    await page.keyboard.press('Space');
    await expect(placeOf(page, 'Quick Undo')).toContainText('Present');
    await page.keyboard.press('Control+z');
    expect((await undone).status()).toBe(200);
    await expect(placeOf(page, 'Quick Undo')).toContainText('Booked');
    await expect(page.getByText('Taken back for Quick Undo.').first()).toBeVisible();
  });
});
