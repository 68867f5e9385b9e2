import type { Page } from '@playwright/test';
import type { Doc, Staff } from '../loop/staff';
import { accessibilityFindings } from './browser/accessibility';
import { pressByKey, tabTo } from './browser/keyboard';
import { expect, test } from './browser/test';

const DAY_MS = 24 * 60 * 60_000;

/** A rule that weekly times cannot say, as a calendar program may have written it. */
const IMPORTED = [
  'dtstart:20270104T183000',
  'DURATION:PT1H30M',
  'RRULE:FREQ=MONTHLY;BYDAY=1MO,-1MO',
  'EXDATE:20270201T183000,',
  ' 20270301T183000',
].join('\r\n');

/** The next Monday at least two days away, `2026-11-30`. */
function comingMonday(): string {
  const from = new Date(Date.now() + 2 * DAY_MS);
  from.setUTCDate(from.getUTCDate() + ((8 - from.getUTCDay()) % 7));
  return from.toISOString().slice(0, 10);
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

async function openActivity(page: Page, documentId: string): Promise<void> {
  await page.goto(`/admin/content-manager/collection-types/api::activity.activity/${documentId}`);
  await expect(page.getByRole('heading', { level: 2, name: 'Dates' })).toBeVisible();
}

async function makeActivity(staff: Staff, name: string, recurrenceRule: string | null) {
  const [venue] = await staff.find('venue');
  return staff.create('activity', {
    name,
    kind: 'class',
    capacity: 8,
    venue: { connect: [{ documentId: venue?.documentId }] },
    recurrenceRule,
  });
}

async function ruleOf(staff: Staff, documentId: string): Promise<unknown> {
  const { data } = await staff.get<{ data: Doc }>(
    `/content-manager/collection-types/api::activity.activity/${documentId}`,
  );
  return data.recurrenceRule;
}

/** The starts of an activity's appointments on the clock of the venue, `Mon 18:30`, sorted. */
async function startsOf(staff: Staff, name: string): Promise<Date[]> {
  const [activity] = await staff.find('activity', { name });
  const all = await staff.find('appointment', {
    'activity][documentId': activity?.documentId ?? '',
  });
  return all.map(({ startsAt }) => new Date(String(startsAt))).sort((a, b) => +a - +b);
}

function onTheWall(instant: Date): string {
  return instant.toLocaleString('en-GB', {
    timeZone: 'Europe/Amsterdam',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Saved document|Success/).first()).toBeVisible();
}

test.describe('a manager says when an activity takes place', () => {
  test.use({ as: 'manager' });

  test('with two weekly times, and finds the appointments made', async ({ page, staff }) => {
    const monday = comingMonday();
    await page.goto('/admin/content-manager/collection-types/api::activity.activity/create');
    await page.getByLabel('Name').fill('Two Times');
    const venue = page.getByRole('combobox', { name: /Venue/ });
    await venue.click();
    await page.getByRole('option').first().click();
    await expect(page.getByText('on the clock of the venue: Europe/Amsterdam')).toBeVisible();

    await page.getByRole('button', { name: 'Add weekly times' }).click();
    const first = page.getByRole('group', { name: 'Time 1' });
    for (const day of await first.getByRole('checkbox', { checked: true }).all()) await day.click();
    await expect(first.getByText('Tick at least one day.')).toBeVisible();
    await first.getByRole('checkbox', { name: 'Monday' }).click();
    await first.getByLabel('Starts').fill('18:30');
    await expect(first.getByLabel('Ends')).toHaveValue('19:30');
    await page.getByRole('button', { name: 'Add a time' }).click();
    const second = page.getByRole('group', { name: 'Time 2' });
    // The next free day is proposed; here it is another one.
    await second.getByRole('checkbox', { name: 'Tuesday' }).click();
    await second.getByRole('checkbox', { name: 'Thursday' }).click();
    await second.getByLabel('Starts').fill('09:00');
    await second.getByLabel('Ends').fill('09:45');
    await page.getByLabel('From', { exact: false }).first().fill(monday);
    await page.getByRole('radio', { name: 'On a day' }).click();
    await page.getByLabel('Last day').fill(later(monday, -1));
    await expect(page.getByText('One of the times has no date up to this day.')).toBeVisible();
    await page.getByLabel('Last day').fill(later(monday, 20));
    const left = later(monday, 10);
    await page.getByLabel('Days left out').fill(later(monday, 9));
    await page.getByRole('button', { name: 'Leave out' }).click();
    await expect(page.getByText('Nothing takes place on this day.')).toBeVisible();
    await page.getByLabel('Days left out').fill(left);
    await page.getByRole('button', { name: 'Leave out' }).click();
    await expect(page.getByRole('list', { name: 'Days left out' })).toContainText('09:00');

    const preview = page.getByRole('status').filter({ hasText: 'The next dates' });
    await expect(preview.getByRole('listitem')).toHaveCount(5);
    await expect(preview.getByRole('listitem').first()).toContainText('18:30–19:30');
    expect(await accessibilityFindings(page)).toEqual([]);
    await save(page);

    const starts = (await startsOf(staff, 'Two Times')).map(onTheWall);
    const week = ['Mon 18:30', 'Thu 09:00'];
    expect(starts.map((at) => at.replace(',', ''))).toEqual([
      ...week,
      ...week.slice(0, 1),
      ...week,
    ]);
  });

  test('and is told what is missing instead of saving half', async ({ page, staff }) => {
    const { documentId } = await makeActivity(staff, 'Half Said', null);
    await openActivity(page, documentId);
    await page.getByRole('button', { name: 'Add weekly times' }).click();
    await expect(page.getByText('They stand here once the times above')).toBeVisible();
    await expect(page.getByText('Enter when it starts.')).toHaveCount(0);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Enter when it starts.')).toBeVisible();
    await expect(page.getByLabel('Starts')).toBeFocused();
    expect(await ruleOf(staff, documentId)).toBeNull();
    expect(await startsOf(staff, 'Half Said')).toEqual([]);
  });

  test('by keyboard alone', async ({ page, staff }) => {
    const rule = `DTSTART:${comingMonday().replaceAll('-', '')}T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;BYDAY=MO`;
    const { documentId } = await makeActivity(staff, 'By Keys', rule);
    await openActivity(page, documentId);
    await tabTo(page, page.getByRole('checkbox', { name: 'Wednesday' }));
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Wednesday' })).toBeChecked();
    await tabTo(page, page.getByRole('checkbox', { name: 'I mean it' }));
    await page.keyboard.press('Space');
    await pressByKey(page, page.getByRole('button', { name: 'Save' }));
    await expect
      .poll(() => ruleOf(staff, documentId))
      .toBe(rule.replace('BYDAY=MO', 'BYDAY=MO,WE'));
  });
});

test.describe('a rule that weekly times cannot say', () => {
  test.use({ as: 'manager' });

  test('is shown, and stays as it was written when the form is saved', async ({ page, staff }) => {
    const { documentId } = await makeActivity(staff, 'Imported', IMPORTED);
    const stored = await ruleOf(staff, documentId);
    expect(stored).toBe(IMPORTED);
    await openActivity(page, documentId);
    await expect(page.getByText('repeat in a way that weekly times cannot say')).toBeVisible();
    await expect(page.getByLabel('Repetition as text')).toHaveValue(/FREQ=MONTHLY;BYDAY=1MO,-1MO/);
    await page.getByLabel('Teacher').fill('Somebody new');
    await save(page);
    expect(await ruleOf(staff, documentId)).toBe(IMPORTED);
    const [activity] = await staff.find('activity', { name: 'Imported' });
    expect(activity?.teacher).toBe('Somebody new');
  });

  test('is changed as text by whoever can, and told in a sentence where it is wrong', async ({
    page,
    staff,
  }) => {
    const { documentId } = await makeActivity(staff, 'Imported Too', IMPORTED);
    await openActivity(page, documentId);
    const text = page.getByLabel('Repetition as text');
    await text.fill('DTSTART:20270104T183000\nRRULE:FREQ=MONTHLY;BYDAY=1MO');
    await expect(page.getByText(/Line 1 cannot be read: .* has no DURATION/)).toBeVisible();
    await text.fill('DTSTART:20270104T183000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=1MO');
    await expect(page.getByText('Mon 4 Jan, 18:30–19:30')).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

test.describe('times in the content manager', () => {
  test.use({ as: 'manager' });

  test('are on the clock of the venue, which is named, wherever the browser is', async ({
    page,
    staff,
  }) => {
    const rule = `DTSTART:${comingMonday().replaceAll('-', '')}T183000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=1;BYDAY=MO`;
    const activity = await makeActivity(staff, 'On The Wall', rule);
    const [appointment] = await staff.find('appointment', {
      'activity][documentId': activity.documentId,
    });
    await page.goto(
      `/admin/content-manager/collection-types/api::appointment.appointment/${appointment?.documentId ?? ''}`,
    );
    const starts = page.getByLabel('Starts');
    await expect(starts).toHaveValue(`${comingMonday()}T18:30`);
    await expect(page.getByText('Time of the venue, Europe/Amsterdam.')).toHaveCount(2);
    await starts.fill(`${comingMonday()}T18:45`);
    await save(page);
    const [saved] = await startsOf(staff, 'On The Wall');
    expect(saved && onTheWall(saved)).toContain('18:45');
  });

  test('a booking is headed by its customer and its appointment', async ({ page, staff }) => {
    const [booking] = await staff.find('booking');
    await page.goto(
      `/admin/content-manager/collection-types/api::booking.booking/${booking?.documentId ?? ''}`,
    );
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      /^.+ · .+ · \d{4}-\d\d-\d\d \d\d:\d\d$/,
    );
  });
});
