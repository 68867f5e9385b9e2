import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { Person, SignedIn } from '../stage/house';

/** Fills the sign-in form, in English, and waits for the panel. */
export async function signIn(page: Page, url: string, person: Person): Promise<void> {
  await page.goto(`${url}/admin/auth/login`);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password*', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Login' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Hello/ })).toBeVisible();
}

/** Signs somebody in, in a window of its own; gives what other windows can begin with. */
export async function signedIn(browser: Browser, url: string, person: Person): Promise<SignedIn> {
  const context = await browser.newContext({ locale: 'en-GB' });
  await signIn(await context.newPage(), url, person);
  const state = await context.storageState();
  await context.close();
  return state;
}
