import type { Page } from '@playwright/test';

/** Told by the browser for every refusal; the refusal itself is looked at by the test. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Gathers what goes wrong behind a page: errors on the console, errors that nobody caught, and
 * answers of the server from 500 up.
 */
export function gatherComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}
