import { expect, test } from './browser/test';
import { connected } from './studio/studio';

const STATUS = '/admin/plugins/onefit-aggregator/status';

interface Sessions {
  sessions: unknown[];
}

interface Entries {
  entries: unknown[];
  nextCursor: string | null;
}

test.describe('a list of the page Onefit that has become shorter', () => {
  test.use({ as: 'manager' });

  // Ordered and linked, so that something stands in the log.
  test.beforeAll(({ staff, house }) => connected(staff, house));
  test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }));

  test('shows its last page instead of nothing: the appointments', async ({ page }) => {
    await page.goto(STATUS);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
    // From now on there is one page of them.
    await page.route(/\/onefit-aggregator\/sessions\?/, async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as Sessions;
      const sessions = /[?&]page=1\b/.test(route.request().url()) ? list.sessions : [];
      await route.fulfill({ response, json: { ...list, sessions, total: 25 } });
    });
    await expect(page.getByText(/^25 appointments · Times in /)).toBeVisible();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await expect(page.getByText('There are no coming appointments.')).toHaveCount(0);
  });

  test('leads back from an older page that was forgotten: the activity log', async ({ page }) => {
    // There is an older page, until it is opened.
    await page.route(/\/onefit-aggregator\/activity-log\?/, async (route) => {
      const isOlder = /[?&]cursor=/.test(route.request().url());
      const url = route
        .request()
        .url()
        .replace(/&cursor=[^&]*/, '');
      const response = await route.fetch({ url });
      const log = (await response.json()) as Entries;
      const shown = isOlder ? { entries: [], nextCursor: null } : { nextCursor: 'older' };
      await route.fulfill({ response, json: { ...log, ...shown } });
    });
    await page.goto(`${STATUS}?tab=activity-log`);
    const entry = page.getByRole('row').nth(1);
    await expect(entry).toBeVisible();
    await page.getByRole('button', { name: 'Older' }).click();
    await expect(page.getByText('Nothing older is kept here any more.')).toBeVisible();
    await page.getByRole('button', { name: 'Newer' }).click();
    await expect(entry).toBeVisible();
  });
});
