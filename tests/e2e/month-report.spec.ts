import { accessibilityFindings } from './browser/accessibility';
import { expect, test } from './browser/test';
import { untranslated } from './browser/texts';
import { connected } from './studio/studio';

const REPORT = '/admin/plugins/onefit-aggregator/status?tab=month-report';

// The price that the first test enters is what the last one finds.
test.describe.serial('the report of the month', () => {
  test.use({ as: 'manager' });

  test.beforeAll(({ staff, house }) => connected(staff, house));

  test('takes the agreed price, refuses what is none, and works out the amount', async ({
    page,
  }) => {
    await page.goto(REPORT);
    await page.getByRole('button', { name: /^(Enter|Change) the price$/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('VAT in percent')).toHaveValue('9');
    await dialog.getByLabel(/^Price of a visit in euros/).fill('eight');
    await expect(dialog.getByText(/Enter an amount up to 10,000/)).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Save the price' })).toBeDisabled();
    await dialog.getByLabel(/^Price of a visit in euros/).fill('8,50');
    expect(await accessibilityFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save the price' }).click();
    await expect(page.getByText('The price is saved.')).toBeVisible();
    await expect(page.getByText(/visits? at €8\.50: €.* VAT \(9 %\)/)).toBeVisible();
  });

  test('is downloaded as CSV', async ({ page }) => {
    await page.goto(REPORT);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/\d{4}-\d\d.*\.csv$/);
  });

  test.describe('in German, on a telephone', () => {
    test.use({ language: 'de', viewport: { width: 390, height: 844 } });

    test('writes amounts as one does there', async ({ page }) => {
      await page.goto(REPORT);
      await page.getByRole('button', { name: 'Preis ändern' }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByLabel(/^Preis je Besuch in Euro/)).toHaveValue('8,50');
      await expect(
        page.getByText(/Besuche? zu 8,50\s€: \d+,\d\d\s€, plus \d+,\d\d\s€ MwSt/),
      ).toBeVisible();
      expect(await untranslated(page)).toEqual([]);
    });
  });
});
