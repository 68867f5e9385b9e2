import { expect, test } from './browser/test';
import { pressByKey, tabTo } from './browser/keyboard';
import { connected } from './studio/studio';

/** The sandbox's mail server refuses whatever is written to it. */
const REFUSED = 'refused@venue.example';

test.describe('an order whose confirmation cannot be sent, by keyboard alone', () => {
  test.use({ as: 'manager' });

  test.beforeAll(async ({ staff }) => {
    const { order } = await staff.get<{ order: unknown }>('/onefit-aggregator/extension-order');
    if (order) await staff.delete('/onefit-aggregator/extension-order');
  });
  test.afterAll(async ({ staff, house }) => {
    await staff.delete('/onefit-aggregator/extension-order');
    await connected(staff, house);
  });

  test('order, rule, save: the order stands, and the page says what happens with the mail', async ({
    page,
    staff,
  }) => {
    await page.goto('/admin/plugins/onefit-aggregator/market/onefit-api');
    await pressByKey(page, page.getByRole('button', { name: 'Order' }).first());
    const dialog = page.getByRole('dialog');
    await tabTo(page, dialog.getByLabel('Contact e-mail'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(REFUSED);
    await tabTo(page, dialog.getByRole('checkbox', { name: 'We have an agreement with Onefit' }));
    await page.keyboard.press('Space');
    await pressByKey(page, dialog.getByRole('button', { name: 'Order' }));

    await expect(page.getByRole('heading', { level: 1, name: 'Next steps' })).toBeVisible();
    const notice = page.getByText(`The confirmation to ${REFUSED} could not be sent.`);
    await expect(notice).toBeVisible();
    await expect(notice).toContainText('Your order stands; we try again every five minutes.');
    await expect(page.getByText(/Reason: .*takes no mail/)).toBeVisible();
    await expect(page.getByText(/Ordered .*, by you/)).toBeVisible();
    await pressByKey(page, page.getByRole('button', { name: 'Send it now' }));
    await expect(page.getByText('The mail server still does not take it.')).toBeVisible();
    const { order } = await staff.get<{ order: unknown }>('/onefit-aggregator/extension-order');
    expect(order).not.toBeNull();

    const activity = await staff.create('activity', {
      name: 'Keys Only',
      kind: 'class',
      capacity: 8,
    });
    await page.goto(
      `/admin/content-manager/collection-types/api::activity.activity/${activity.documentId}`,
    );
    await tabTo(page, page.getByRole('radio', { name: 'Not allowed' }));
    // As long as a finger takes: the group chooses on the focus while the key is down.
    await page.keyboard.press('ArrowDown', { delay: 100 });
    await expect(page.getByRole('radio', { name: 'Allow aggregator bookings' })).toBeChecked();
    await pressByKey(page, page.getByRole('button', { name: 'Save' }));
    await expect(page.getByText('Saved document').first()).toBeVisible();
    const [saved] = await staff.find('activity', { name: 'Keys Only' });
    expect(saved?.aggregatorBookings).toBe('allowed');
  });
});
