import type { Page } from '@playwright/test';
import { accessibilityFindings } from './browser/accessibility';
import { expect, test } from './browser/test';
import { untranslated } from './browser/texts';
import { onefitOf } from './onefit/onefit';
import { connected, makeSession } from './studio/studio';

const STATUS = '/admin/plugins/onefit-aggregator/status';

/** The box that tells of the last synchronisation. */
function lastOf(page: Page, title = 'Last synchronisation') {
  return page.getByRole('heading', { level: 2, name: title }).locator('xpath=../..');
}

test.describe('"Synchronise now"', () => {
  test.use({ as: 'manager' });

  test.beforeAll(({ staff, house }) => connected(staff, house));
  test.afterEach(({ house }) => onefitOf(house).faults());

  test('says how far it is, on whatever screen, and what it found and sent', async ({
    page,
    staff,
    house,
  }) => {
    const onefit = onefitOf(house);
    const appointment = await makeSession(staff, onefit, 5);
    await onefit.forget(appointment);
    expect(await onefit.shows(appointment)).toBe(false);
    await onefit.faults({ kind: 'latency', ms: 8_000, calls: ['sessions.get'] });

    await page.goto(STATUS);
    await page.getByRole('button', { name: 'Synchronise now' }).click();
    const last = lastOf(page);
    await expect(last).toContainText('Running');
    await expect(last).toContainText(/looked at\. Comparing with what Onefit holds: 0 of 1 venue/);
    await page.reload();
    await expect(last).toContainText('Running');
    await expect(last.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
    await expect(page.getByRole('button', { name: 'Synchronise now' })).toBeDisabled();

    await expect(last).toContainText('Finished');
    await expect(last).toContainText(/coming appointments? looked at/);
    await expect(last).toContainText('1 was wrong there, 1 put right.');
    await expect(last).toContainText('(Europe/Amsterdam)');
    await expect.poll(() => onefit.shows(appointment)).toBe(true);
    await page.reload();
    await expect(last).toContainText('1 was wrong there, 1 put right.');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('sends again what became of a booking when Onefit refused it, and says so', async ({
    page,
    staff,
    house,
  }) => {
    const onefit = onefitOf(house);
    const appointment = await makeSession(staff, onefit, 5);
    await onefit.book(appointment, { id: 'refused-1', firstName: 'Ruth', lastName: 'Refused' });
    await onefit.faults({ kind: 'status', status: 400, calls: ['bookings.put'] });
    const cancelled = { reason: 'The teacher is ill', confirm: true };
    await staff.post(`/front-desk/appointments/${appointment}/cancel`, cancelled);

    await page.goto(STATUS);
    const told = page.getByText('Onefit refused the outcome of one booking.');
    await expect(told).toBeVisible();
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'See the activity log for which and why' }).click();
    await expect(page.getByRole('tab', { name: 'Activity log' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    const entry = page
      .getByRole('row', { name: /Onefit refused the outcome of a booking/ })
      .first();
    await expect(entry).toContainText('Strong by Zumba');

    await onefit.faults();
    await page.getByRole('button', { name: 'Synchronise now' }).click();
    await expect(told).toBeHidden();
  });

  for (const [language, title, words] of [
    ['en', 'Last synchronisation', /Centrum could not be compared: Onefit does not answer/],
    ['nl', 'Laatste synchronisatie', /Centrum kon niet worden vergeleken: Onefit antwoordt niet/],
    ['de', 'Letzte Synchronisierung', /Centrum konnte nicht verglichen werden: Onefit antwortet/],
  ] as const) {
    test.describe(`in ${language}`, () => {
      test.use({ language });

      test('says what went wrong', async ({ page, staff, house }) => {
        const onefit = onefitOf(house);
        await onefit.faults({ kind: 'status', status: 500, calls: ['sessions.get'] });
        await staff.post('/onefit-aggregator/sync');
        await page.goto(STATUS);
        await expect(lastOf(page, title)).toContainText(words);
        await expect(lastOf(page, title)).toContainText('http_500');
        expect(await untranslated(page)).toEqual([]);
        await onefit.faults();
        // The connection may wait a moment before it is tried again.
        await expect
          .poll(async () => {
            const answer = await staff.post<{ failures?: unknown[] }>('/onefit-aggregator/sync');
            return answer.failures?.length;
          })
          .toBe(0);
      });
    });
  }
});
