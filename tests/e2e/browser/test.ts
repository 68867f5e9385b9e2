import { expect, test as base } from '@playwright/test';
import { staffWith } from '../../loop/staff';
import type { Staff } from '../../loop/staff';
import { theHouse, tokenIn } from '../stage/house';
import type { House, Position } from '../stage/house';
import { gatherComplaints } from './complaints';

export type Language = 'en' | 'nl' | 'de';
export type Theme = 'light' | 'dark';

interface Choices {
  /** who is signed in; null = nobody */
  as: Position | null;
  language: Language;
  theme: Theme;
}

interface Gathered {
  complaints: string[];
}

interface Shared {
  house: House;
  /** the owner, past the browser: for what a test needs to be there */
  staff: Staff;
}

/**
 * A test in a window in which somebody is signed in, with their language and theme. It fails when
 * something went wrong behind the page, whatever was seen in it.
 */
export const test = base.extend<Choices & Gathered, Shared>({
  house: [({}, use) => use(theHouse()), { scope: 'worker' }],
  staff: [
    ({ house }, use) => use(staffWith(house.url, tokenIn(house.signedIn.owner))),
    { scope: 'worker' },
  ],
  as: ['owner', { option: true }],
  language: ['en', { option: true }],
  theme: ['light', { option: true }],
  baseURL: ({ house }, use) => use(house.url),
  storageState: ({ house, as }, use) => use(as ? house.signedIn[as] : undefined),

  context: async ({ context, language, theme }, use) => {
    await context.addInitScript(
      ([chosenLanguage, chosenTheme]) => {
        // An empty window has no storage.
        if (window.location.protocol === 'about:') return;
        localStorage.setItem('strapi-admin-language', chosenLanguage);
        localStorage.setItem('STRAPI_THEME', chosenTheme);
      },
      [language, theme] as const,
    );
    await use(context);
  },

  complaints: [
    async ({ page }, use) => {
      const complaints = gatherComplaints(page);
      await use(complaints);
      expect(complaints, 'what went wrong behind the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
