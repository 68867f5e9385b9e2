import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { accessibilityFindings } from './browser/accessibility';
import { expect, test } from './browser/test';
import { untranslated } from './browser/texts';
import { connected } from './studio/studio';

const REPORT = '/admin/plugins/onefit-aggregator/status?tab=month-report';

/** The name of a month so many after this one, as the panel writes it. */
function monthFromNow(months: number): string {
  const zone = { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit' } as const;
  const today = new Intl.DateTimeFormat('sv-SE', zone).format(new Date());
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Intl.DateTimeFormat('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(Date.UTC(year, month - 1 + months, 1)));
}

/** Presses the button and gives the name of the file that comes, and its text. */
async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

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

  test('takes the price of the next month ahead, and goes on with the one of this month', async ({
    page,
  }) => {
    await page.goto(REPORT);
    await page.getByRole('button', { name: 'Change the price' }).click();
    const dialog = page.getByRole('dialog');
    const next = monthFromNow(1);
    await expect(dialog.getByRole('radio', { name: monthFromNow(0) })).toBeChecked();
    await dialog.getByRole('radio', { name: next }).click();
    await expect(dialog.getByText(`Price of a visit from ${next} on`)).toBeVisible();
    await dialog.getByLabel(/^Price of a visit in euros/).fill('9,75');
    await dialog.getByRole('button', { name: 'Save the price' }).click();
    await expect(page.getByText('The price is saved.')).toBeVisible();
    await expect(page.getByText(`From ${next} on: €9.75.`)).toBeVisible();
    await expect(page.getByText(/visits? at €8\.50: /)).toBeVisible();
    await page.getByRole('button', { name: 'Change the price' }).click();
    await expect(dialog.getByLabel(/^Price of a visit in euros/)).toHaveValue('8.50');
    await dialog.getByRole('radio', { name: next }).click();
    await expect(dialog.getByLabel(/^Price of a visit in euros/)).toHaveValue('9.75');
  });

  test('takes a price for a final month once, says so before, and then offers no change', async ({
    page,
  }) => {
    const final = monthFromNow(-3);
    await page.goto(REPORT);
    await page.getByRole('combobox', { name: 'Month' }).click();
    await page.getByRole('option', { name: final }).click();
    await expect(page.getByText('Final', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Enter the price' }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByText(`The report of ${final} is final. You can enter its price once`),
    ).toBeVisible();
    await expect(dialog.getByRole('radio')).toHaveCount(0);
    await dialog.getByLabel(/^Price of a visit in euros/).fill('7');
    await dialog.getByRole('button', { name: 'Save the price' }).click();
    await expect(page.getByText('The price is saved.')).toBeVisible();
    await expect(page.getByText('The report is final, so its price stays.')).toBeVisible();
    await expect(page.getByRole('button', { name: /the price$/ })).toHaveCount(0);
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is downloaded as CSV, named after the venue and the month', async ({ page }) => {
    await page.goto(REPORT);
    const { name, text } = await downloaded(page, 'Download CSV');
    expect(name).toMatch(/^Onefit Studio Noord Centrum \d{4}-\d\d\.csv$/);
    expect(text.startsWith('\uFEFFStart (Europe/Amsterdam),Activity,')).toBe(true);
    expect(text).toContain('Price of a visit (EUR),8.50');
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

    test('writes the spreadsheet as one does there', async ({ page }) => {
      await page.goto(REPORT);
      const { text } = await downloaded(page, 'CSV herunterladen');
      expect(text.startsWith('\uFEFFBeginn (Europe/Amsterdam);Aktivität;')).toBe(true);
      expect(text).toContain('Preis je Besuch (EUR);8,50');
    });
  });
});
