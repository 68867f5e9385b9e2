import type { Page } from '@playwright/test';
import type { Doc, Staff } from '../loop/staff';
import { accessibilityFindings } from './browser/accessibility';
import { pressByKey, tabTo } from './browser/keyboard';
import { expect, test } from './browser/test';
import { bookOwn } from './studio/studio';

const DAY_MS = 24 * 60 * 60_000;

/** An activity with a date a day from in three days on, ten in all, at half past six at the venue. */
async function makeSeries(staff: Staff, name: string): Promise<Doc[]> {
  const first = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
  const [venue] = await staff.find('venue');
  await staff.create('activity', {
    name,
    kind: 'class',
    capacity: 8,
    venue: { connect: [{ documentId: venue?.documentId }] },
    recurrenceRule: `DTSTART:${first}T183000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=10`,
  });
  return coming(staff, name);
}

async function coming(staff: Staff, name: string): Promise<Doc[]> {
  const [activity] = await staff.find('activity', { name });
  const all = await staff.find('appointment', {
    'activity][documentId': activity?.documentId ?? '',
  });
  return all.sort((one, other) => String(one.startsAt).localeCompare(String(other.startsAt)));
}

async function book(staff: Staff, appointment: Doc | undefined, firstName: string) {
  await bookOwn(staff, appointment?.documentId, { firstName, lastName: 'Series' });
}

async function choose(page: Page, appointment: Doc | undefined, item: string) {
  await page.goto(`/admin/plugins/front-desk/appointments/${appointment?.documentId ?? ''}`);
  await page.getByRole('button', { name: 'More for this appointment' }).click();
  const entry = page.getByRole('menuitem', { name: item });
  // A menu that hides its end behind a scroll bar that nobody sees was met here.
  await expect(entry).toBeInViewport({ ratio: 1 });
  await entry.click();
}

/** What the clock of the venue shows at the start. */
function clockOf(appointment: Doc | undefined): string {
  return new Date(String(appointment?.startsAt)).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/Amsterdam',
    hour: '2-digit',
    minute: '2-digit',
  });
}

test.describe('a manager changes a series', () => {
  test.use({ as: 'manager' });

  test('this one and the following move; who booked meanwhile is asked about anew', async ({
    page,
    staff,
  }) => {
    const series = await makeSeries(staff, 'Moving Series');
    expect(series).toHaveLength(10);
    await book(staff, series[5], 'Mo');
    await choose(page, series[4], 'Edit…');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Date')).toBeFocused();
    await expect(dialog.getByLabel('Start')).toHaveValue('18:30');
    await dialog.getByLabel('Start').fill('19:00');
    await dialog.getByRole('textbox', { name: 'End' }).fill('20:00');
    await dialog.getByRole('radio', { name: 'This and following' }).click();
    await dialog.getByLabel('Why does it move?').fill('The hall is free later');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await expect(dialog.getByText('6 appointments change, 6 of them move')).toBeVisible();
    await expect(dialog.getByText(/1 booking moves with it: 1 of your own/)).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);

    await book(staff, series[6], 'Mia');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText(/2 bookings move with it: 2 of your own/)).toBeVisible();
    expect((await coming(staff, 'Moving Series')).map(clockOf)).not.toContain('19:00');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The change is saved.')).toBeVisible();
    const clocks = (await coming(staff, 'Moving Series')).map(clockOf);
    expect(clocks).toEqual([...Array(4).fill('18:30'), ...Array(6).fill('19:00')]);
  });

  test('only this one changes where that is chosen, on a telephone too', async ({
    page,
    staff,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const series = await makeSeries(staff, 'Single Change');
    await choose(page, series[2], 'Edit…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Room').fill('Attic');
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await expect(dialog.getByText('1 appointment changes, none moves')).toBeInViewport();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The change is saved.')).toBeVisible();
    const rooms = (await coming(staff, 'Single Change')).map(({ room }) => room);
    expect(rooms.filter((room) => room === 'Attic')).toHaveLength(1);
    expect(rooms[2]).toBe('Attic');
  });

  test('a series ends from one of its dates on', async ({ page, staff }) => {
    const series = await makeSeries(staff, 'Ending Series');
    await book(staff, series[7], 'Eva');
    await choose(page, series[6], 'End the series…');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('4 appointments no longer take place.')).toBeVisible();
    await expect(dialog.getByText(/1 booking ends: 1 of your own customers/)).toBeVisible();
    const end = dialog.getByRole('button', { name: 'End the series and 1 booking' });
    await end.click();
    await expect(dialog.getByText('Say why the appointment is cancelled.')).toBeVisible();
    await dialog.getByLabel('Reason').fill('The teacher moves away');
    await end.click();
    await expect(page.getByText('The series has ended.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Schedule' })).toBeVisible();
    const left = await coming(staff, 'Ending Series');
    expect(left.map(({ state }) => state)).toEqual([...Array(6).fill('scheduled'), 'cancelled']);
  });

  test('an appointment is cancelled by keyboard alone', async ({ page, staff }) => {
    const [appointment] = await makeSeries(staff, 'Cancelled By Keys');
    await page.goto(`/admin/plugins/front-desk/appointments/${appointment?.documentId ?? ''}`);
    await tabTo(page, page.getByRole('button', { name: 'More for this appointment' }));
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Cancel appointment…' });
    for (let presses = 0; presses < 8; presses += 1) {
      if (await item.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowDown');
    }
    await expect(item).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await page.keyboard.type('No heating');
    await pressByKey(page, dialog.getByRole('button', { name: 'Cancel appointment' }));
    await expect(page.getByText('Cancelled because: No heating')).toBeVisible();
  });
});

test.describe('a Sign-in on paper and in a spreadsheet', () => {
  test.use({ as: 'manager' });

  test('is printed and downloaded with everybody who is booked', async ({ page, staff }) => {
    const [appointment] = await makeSeries(staff, 'On Paper');
    await book(staff, appointment, 'Pia');
    await book(staff, appointment, 'Quinn');
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await choose(page, appointment, 'Print');
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
    await page.emulateMedia({ media: 'print' });
    for (const name of ['Pia Series', 'Quinn Series']) {
      await expect(page.locator('table').getByText(name)).toBeVisible();
    }
    await expect(page.getByRole('navigation').first()).toBeHidden();
    await page.emulateMedia({ media: 'screen' });

    const download = page.waitForEvent('download');
    await choose(page, appointment, 'Download as CSV');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^On Paper \d{4}-\d\d-\d\d\.csv$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    expect(text).toContain('Series,Pia');
    expect(text).toContain('Series,Quinn');
  });
});
