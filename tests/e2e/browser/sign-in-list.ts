import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** Opens the Sign-in of an appointment, and waits until it can be worked with. */
export async function openSignIn(page: Page, appointment: string): Promise<void> {
  await page.goto(`/admin/plugins/front-desk/appointments/${appointment}`);
  await expect(page.getByRole('combobox', { name: 'Search or add a customer' })).toBeVisible();
}

/** Somebody's place in the list; their name may stand in a notice as well. */
export function placeOf(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ hasText: name, has: page.getByRole('checkbox') });
}

/** Opens the menu of somebody's row. */
export async function openMenuOf(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click();
}

/** Cancels somebody's booking, whose Sign-in is open, and confirms it; the only one cancelled. */
export async function cancelBooking(page: Page, name: string): Promise<void> {
  await openMenuOf(page, name);
  await page.getByRole('menuitem', { name: 'Cancel booking' }).click();
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: 'Cancel booking' })
    .click();
  await expect(page.getByText('Cancelled (1)')).toBeVisible();
}
