import type { Page } from '@playwright/test';
import { expect, test } from './browser/test';
import { bookOwn, makeAppointment } from './studio/studio';

const entry = (type: string, documentId: string | undefined) =>
  `/admin/content-manager/collection-types/api::${type}.${type}/${documentId ?? ''}`;

/** The content manager's own words, and what our rules say there. */
const WORDS = [
  {
    language: 'nl',
    panel: { more: 'Meer acties', remove: /Item verwijderen/, yes: 'Bevestig', save: 'Bewaar' },
    systemProduct: 'Het product "Onefit" hoort bij het systeem en kan niet worden verwijderd.',
    held: 'Dit ID is van Hanna Houder. Verbeter het ID, of haal het daar eerst weg.',
    booked: /^Iemand heeft deze afspraak geboekt, dus hij kan niet worden verwijderd\./,
    zone: '"Europa/Keulen" is geen tijdzone.',
    timeZone: 'Tijdzone',
  },
  {
    language: 'de',
    panel: {
      more: 'Weitere Aktionen',
      remove: /Eintrag löschen/,
      yes: 'Bestätigen',
      save: 'Speichern',
    },
    systemProduct: 'Das Produkt „Onefit“ gehört zum System und lässt sich nicht löschen.',
    held: 'Diese ID gehört Hanna Houder. Berichtige die ID oder entferne sie dort zuerst.',
    booked: /^Jemand hat diesen Termin gebucht, daher lässt er sich nicht löschen\./,
    zone: '„Europa/Keulen“ ist keine Zeitzone.',
    timeZone: 'Zeitzone',
  },
] as const;

for (const { language, panel, ...said } of WORDS) {
  test.describe(`a manager who works in ${language} is refused in ${language}`, () => {
    test.use({ as: 'manager', language });

    async function remove(page: Page) {
      await page.getByRole('button', { name: panel.more }).first().click();
      await page.getByRole('menuitem', { name: panel.remove }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: panel.yes }).click();
    }

    test('deleting what is to stay', async ({ page, staff }) => {
      const [product] = await staff.find('product', { name: 'Onefit' });
      await page.goto(entry('product', product?.documentId));
      await remove(page);
      await expect(page.getByText(said.systemProduct).first()).toBeVisible();

      const appointment = await makeAppointment(staff, 5);
      await bookOwn(staff, appointment, { firstName: 'Bo', lastName: 'Booked' });
      await page.goto(entry('appointment', appointment));
      await remove(page);
      await expect(page.getByText(said.booked).first()).toBeVisible();
    });

    test('an ID that somebody holds, by their name', async ({ page, staff }) => {
      const person = { firstName: 'Hanna', lastName: 'Houder' };
      const ids: string[] = [];
      for (const externalId of [`held-${language}`, `free-${language}`]) {
        const customer = await staff.create('customer', person);
        const made = await staff.create('customer-aggregator-id', {
          customer: { connect: [{ documentId: customer.documentId }] },
          aggregator: 'onefit',
          externalId,
        });
        ids.push(made.documentId);
      }
      await page.goto(entry('customer-aggregator-id', ids[1]));
      await page.getByRole('textbox', { name: /^ID/ }).fill(`held-${language}`);
      await page.getByRole('button', { name: panel.save }).click();
      await expect(page.getByText(said.held).first()).toBeVisible();
    });

    test('a time zone that is none, as it was entered', async ({ page, staff }) => {
      const [venue] = await staff.find('venue');
      await page.goto(entry('venue', venue?.documentId));
      await page.getByLabel(said.timeZone).fill('Europa/Keulen');
      await page.getByRole('button', { name: panel.save }).click();
      await expect(page.getByText(said.zone).first()).toBeVisible();
    });
  });
}

test.describe('somebody who changes the language of their panel', () => {
  test.use({ as: 'manager' });

  test('is refused in the new one without a reload', async ({ page, staff }) => {
    const [product] = await staff.find('product', { name: 'Onefit' });
    await page.goto(entry('product', product?.documentId));
    await expect(page.getByRole('button', { name: 'More actions' }).first()).toBeVisible();
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await page.getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Delete entry' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByText(WORDS[1].systemProduct).first()).toBeVisible();
  });
});
