import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { CHROMIUM } from './stage/chromium';

/**
 * `npm run test:e2e`: the panel as people meet it, in a real browser, against the built project and
 * the sandbox. One worker: all tests share one studio, and some tell a story from step to step.
 */
export default defineConfig({
  testDir: __dirname,
  outputDir: path.join(__dirname, '../../build/e2e'),
  globalSetup: path.join(__dirname, 'stage/global-setup.ts'),
  workers: 1,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], [path.join(__dirname, 'count-reporter.ts')]],
  use: {
    // Far from the venue: a time shown in the browser's zone would be found out.
    timezoneId: 'America/New_York',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: CHROMIUM,
  },
});
