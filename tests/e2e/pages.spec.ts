import type { Page } from '@playwright/test';
import type { Staff } from '../loop/staff';
import { accessibilityFindings } from './browser/accessibility';
import { PAGES } from './browser/pages';
import type { PanelPage } from './browser/pages';
import { expect, test } from './browser/test';
import type { Language, Theme } from './browser/test';
import { untranslated } from './browser/texts';

/** Every language and both themes are seen once on every page; German, with the longest words, on a telephone too. */
const ROUNDS: Array<{ language: Language; theme: Theme; telephone: boolean }> = [
  { language: 'en', theme: 'light', telephone: false },
  { language: 'nl', theme: 'dark', telephone: false },
  { language: 'de', theme: 'light', telephone: true },
];

const DESK = { width: 1280, height: 900 };
const TELEPHONE = { width: 390, height: 844 };

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
      // Strapi says so of a custom field while it loads its input.
      await expect(page.getByText('Unsupported field type')).toHaveCount(0);
      await look(panelPage);
    });
  }
}

const softly = expect.configure({ soft: true });

/** By how many pixels a page is wider than what shows it: the window, or the box that it scrolls in. */
function wider(page: Page, { laidOutByStrapi }: PanelPage): Promise<number> {
  return page
    .locator(laidOutByStrapi ? 'html' : 'main')
    .first()
    .evaluate((innermost) => {
      let most = 0;
      for (let box: Element | null = innermost; box; box = box.parentElement) {
        most = Math.max(most, box.scrollWidth - box.clientWidth);
      }
      return most;
    });
}

test.describe.configure({ timeout: 180_000 });

for (const { language, theme, telephone } of ROUNDS) {
  test.describe(`in ${language}, ${theme}`, () => {
    test.use({ language, theme });

    test('every page speaks it, with no key left over, and can be used by everybody', async ({
      page,
      staff,
    }) => {
      await visitAll(page, staff, async (panelPage) => {
        const { name } = panelPage;
        await expect.soft(page.locator('html'), name).toHaveAttribute('lang', language);
        expect.soft(await untranslated(page), name).toEqual([]);
        expect.soft(await accessibilityFindings(page), name).toEqual([]);
        if (!telephone) return;
        await page.setViewportSize(TELEPHONE);
        await softly
          .poll(() => wider(page, panelPage), { message: name, timeout: 3_000 })
          .toBeLessThanOrEqual(0);
        await page.setViewportSize(DESK);
      });
    });
  });
}

for (const [page, path] of [
  ['Schedule', '/admin/plugins/front-desk'],
  ['Market', '/admin/plugins/onefit-aggregator/market'],
] as const) {
  test(`an address that does not exist below the ${page} leads to it`, async ({ page: window }) => {
    await window.goto(`${path}/schedule-x`);
    await expect(window.getByRole('heading', { level: 1, name: page })).toBeVisible();
    expect(new URL(window.url()).pathname).toBe(path);
  });
}
