import type { BrowserContext, Page } from '@playwright/test';
import type { HeldSession } from '../loop/onefit';
import { countPresses } from './browser/presses';
import { signIn } from './browser/sign-in';
import { expect, test } from './browser/test';
import { onefitOf } from './onefit/onefit';
import { theHouse } from './stage/house';

/** From signing in to the first session that Onefit accepted. */
const MOST_PRESSES = 15;
const MOST_MS = 3 * 60_000;

const MEMBER = {
  id: 'of-2219-ab',
  firstName: 'Zoë',
  lastName: 'de Member',
  email: 'zoe@example.org',
};

/**
 * The help article, step by step, as a studio manager who sees this for the first time. One window
 * from beginning to end; what a step finds is what the step before left.
 */
test.describe.serial('a manager connects the studio with Onefit', () => {
  test.describe.configure({ timeout: 90_000 });

  const house = theHouse();
  const onefit = onefitOf(house);
  let context: BrowserContext;
  let page: Page;
  let presses: () => number;
  let began: number;
  let session: HeldSession;

  test.beforeAll(async ({ browser }) => {
    context = await browser.newContext({
      baseURL: house.url,
      timezoneId: 'America/New_York',
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      // Nobody is signed in yet.
      storageState: { cookies: [], origins: [] },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    presses = await countPresses(context);
    page = await context.newPage();
  });

  test.afterAll(() => context.close());

  const menu = (name: string) =>
    page.getByRole('navigation').getByRole('link', { name, exact: true });

  test('orders the Onefit API in the Market', async () => {
    began = Date.now();
    await signIn(page, house.url, house.people.manager);
    await menu('Market').click();
    await expect(page.getByText('Not ordered')).toBeVisible();
    await page.getByRole('link', { name: 'Learn more' }).click();
    await page.getByRole('button', { name: 'Order' }).first().click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Contact e-mail')).toHaveValue(house.people.manager.email);
    await dialog.getByRole('checkbox', { name: 'We have an agreement with Onefit' }).click();
    await dialog.getByRole('button', { name: 'Order' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Next steps' })).toBeVisible();
    await expect(page.getByText(/Ordered .*, by you/)).toBeVisible();
  });

  test('receives the confirmation with the next steps and both UUIDs', async () => {
    const confirmations = async () =>
      (await onefit.mails()).filter(({ to }) => to.includes(house.people.manager.email));
    await expect.poll(async () => (await confirmations()).length).toBe(1);
    const [mail] = await confirmations();
    expect(mail?.text).toContain(house.companyId);
    expect(mail?.text).toContain(house.venueId);
    expect(mail?.text).toContain('/admin');
  });

  test('allows an activity under "Registration rules"', async () => {
    await page.getByRole('link', { name: 'Open activities' }).click();
    await page.getByRole('row', { name: /Barre Fusion/ }).click();
    await page.getByRole('radio', { name: 'Allow aggregator bookings' }).click();
    await expect(page.getByText(/When you save: \d+ coming appointments are sent/)).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved document').first()).toBeVisible();
  });

  test('copies the two IDs, with which Onefit links the venue', async () => {
    await menu('Market').click();
    await page.getByRole('link', { name: 'Next steps' }).click();
    await page.getByRole('button', { name: 'Copy both' }).click();
    await expect(page.getByText(/Copied .*20\d\d|Copied \w+ \d+/).first()).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(house.companyId);
    expect(copied).toContain(house.venueId);
    await onefit.link();
  });

  test('sees the first appointment on Onefit, after few presses and in little time', async () => {
    await expect.poll(async () => (await onefit.scheduled()).length).toBeGreaterThan(0);
    const [first] = (await onefit.scheduled()).filter(({ startsAt }) => {
      return new Date(startsAt).getTime() > Date.now() + 24 * 60 * 60_000;
    });
    if (!first) throw new Error('Nothing is on Onefit a day ahead.');
    session = first;
    expect(session.class.name).toBe('Barre Fusion');
    expect(presses()).toBeLessThanOrEqual(MOST_PRESSES);
    expect(Date.now() - began).toBeLessThanOrEqual(MOST_MS);
    console.log(`${presses()} presses, ${((Date.now() - began) / 1000).toFixed(0)} s`);
    await page.reload();
    await expect(page.getByText(/Linked /).first()).toBeVisible();
  });

  test('finds a Onefit booking in the Sign-in, where it cannot be cancelled', async () => {
    const made = await onefit.book(session.id, MEMBER);
    expect(made.venueStatus).toBe(201);
    await page.goto(`/admin/plugins/front-desk/appointments/${session.id}`);
    const place = page.getByRole('listitem').filter({ hasText: 'Zoë de Member' });
    await expect(place).toContainText('Onefit');
    await place.getByRole('button', { name: 'More for Zoë de Member' }).click();
    await expect(
      page.getByText('Only Onefit or the member can cancel this booking.'),
    ).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /Cancel/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  test('finds the member as a customer, with the Onefit ID', async () => {
    await page.goto('/admin/content-manager/collection-types/api::customer.customer?_q=de Member');
    await page.getByRole('row', { name: /de Member/ }).click();
    const panel = page.getByText('Customer IDs of aggregators').locator('xpath=ancestor::*[3]');
    await expect(panel).toContainText(MEMBER.id);
  });

  test('enters the Onefit ID of a customer who is known already', async ({ staff }) => {
    const known = await staff.create('customer', { firstName: 'Known', lastName: 'Regular' });
    await page.goto(
      `/admin/content-manager/collection-types/api::customer.customer/${known.documentId}`,
    );
    const openDialog = async () => {
      await page.getByRole('button', { name: 'Onefit ID: more' }).click();
      await page.getByRole('menuitem', { name: 'Enter Onefit ID' }).click();
    };
    await openDialog();
    const field = page.getByRole('dialog').getByRole('textbox', { name: 'Onefit ID' });
    await field.fill(MEMBER.id);
    await expect(page.getByText(/This ID belongs to Zoë de Member/)).toBeVisible();
    await field.fill('of-known-1');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The Onefit ID is saved.')).toBeVisible();
    const before = (await staff.find('customer')).length;
    const member = { id: 'of-known-1', firstName: 'Other', lastName: 'Name' };
    expect((await onefit.book(session.id, member)).venueStatus).toBe(201);
    expect((await staff.find('customer')).length).toBe(before);
  });

  test('cancels the appointment; Onefit knows and the bookings have ended', async () => {
    await page.goto(`/admin/plugins/front-desk/appointments/${session.id}`);
    await page.getByRole('button', { name: 'More for this appointment' }).click();
    await page.getByRole('menuitem', { name: 'Cancel appointment…' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(/2 through Onefit/)).toBeVisible();
    await dialog.getByLabel('Reason').fill('The teacher is ill');
    await dialog
      .getByRole('button', { name: /^Cancel/ })
      .last()
      .click();
    await expect(page.getByText('Cancelled because: The teacher is ill')).toBeVisible();
    const ended = page.getByRole('button', { name: 'Cancelled (2)' });
    await expect(ended).toBeVisible();
    await ended.click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Zoë de Member' })).toContainText(
      'Cancelled by the venue',
    );
    await expect.poll(() => onefit.shows(session.id)).toBe(false);
  });
});
