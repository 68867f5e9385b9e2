import type { Page } from '@playwright/test';
import type { Staff } from '../loop/staff';
import { accessibilityFindings } from './browser/accessibility';
import { PAGES } from './browser/pages';
import type { PanelPage } from './browser/pages';
import { expect, test } from './browser/test';
import type { Language } from './browser/test';
import { untranslated } from './browser/texts';

const LANGUAGES: Language[] = ['en', 'nl', 'de'];

/** All pages in one window, which loads the panel once; what one page lacks hides no other. */
async function visitAll(
  page: Page,
  staff: Staff,
  look: (panelPage: PanelPage) => Promise<void>,
): Promise<void> {
  for (const panelPage of PAGES) {
    await test.step(panelPage.name, async () => {
      const { path } = panelPage;
      await page.goto(`/admin${typeof path === 'string' ? path : await path(staff)}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      await expect(page.locator('main [role=alert][aria-live=assertive]')).toHaveCount(0);
      await look(panelPage);
    });
  }
}

test.describe.configure({ timeout: 180_000 });

for (const language of LANGUAGES) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('every page speaks it, with no key left over', async ({ page, staff }) => {
      await visitAll(page, staff, async ({ name }) => {
        await expect.soft(page.locator('html'), name).toHaveAttribute('lang', language);
        expect.soft(await untranslated(page), name).toEqual([]);
      });
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`${theme}`, () => {
    test.use({ theme });

    test('every page can be used by everybody', async ({ page, staff }) => {
      await visitAll(page, staff, async ({ name }) => {
        expect.soft(await accessibilityFindings(page), name).toEqual([]);
      });
    });
  });
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('no page needs scrolling sideways', async ({ page, staff }) => {
    await visitAll(page, staff, async ({ name }) => {
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wider, name).toBeLessThanOrEqual(0);
    });
  });
});
