import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../browser/test';
import { putToWork } from './studio-at-work';

const FOLDER = path.join(__dirname, '../../../docs/images');

async function take(page: Page, name: string): Promise<void> {
  await expect(page.locator('main [role=alert][aria-live=assertive]')).toHaveCount(0);
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
}

test.use({ as: 'manager' });

test('the pictures of the guide', async ({ page, staff, house }) => {
  await page.goto('/admin/plugins/onefit-aggregator/market/onefit-api');
  await page.getByRole('button', { name: 'Order' }).first().click();
  await page.getByRole('checkbox', { name: 'We have an agreement with Onefit' }).click();
  await take(page, 'order');

  const appointment = await putToWork(staff, house);
  await page.goto('/admin/plugins/onefit-aggregator/market/next-steps');
  await take(page, 'next-steps');
  await page.goto('/admin/settings/version-info');
  await take(page, 'version-info');

  const [activity] = await staff.find('activity', { name: 'Zumba' });
  await page.goto(
    `/admin/content-manager/collection-types/api::activity.activity/${activity?.documentId ?? ''}`,
  );
  await page.getByRole('radio', { name: 'Allow aggregator bookings' }).scrollIntoViewIfNeeded();
  await take(page, 'registration-rules');
  // One with few times, so that the next dates are in the picture as well.
  const [twice] = await staff.find('activity', { name: 'Barre Fusion' });
  await page.goto(
    `/admin/content-manager/collection-types/api::activity.activity/${twice?.documentId ?? ''}`,
  );
  await page
    .getByRole('button', { name: 'Edit as text (advanced)' })
    .evaluate((below) => below.scrollIntoView({ block: 'end' }));
  await take(page, 'dates');

  await page.goto('/admin/plugins/front-desk');
  await take(page, 'schedule');
  await page.goto(`/admin/plugins/front-desk/appointments/${appointment}`);
  await page.getByRole('checkbox').nth(1).click();
  await take(page, 'sign-in');
  await page.goto('/admin/plugins/onefit-aggregator/status');
  await take(page, 'status');
  await page.goto('/admin/plugins/onefit-aggregator/status?tab=activity-log');
  await take(page, 'activity-log');
  await page.goto('/admin/plugins/onefit-aggregator/status?tab=month-report');
  await take(page, 'month-report');

  const [customer] = await staff.find('customer', { lastName: 'Jansen', firstName: 'Zoë' });
  await page.goto(
    `/admin/content-manager/collection-types/api::customer.customer/${customer?.documentId ?? ''}`,
  );
  await take(page, 'customer-ids');
});
