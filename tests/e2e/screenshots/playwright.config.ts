import { defineConfig } from '@playwright/test';
import config from '../playwright.config';

/** `npm run docs:screenshots`: the pictures of README and guide, taken of a studio that is at work. */
export default defineConfig({
  ...config,
  testDir: __dirname,
  testMatch: '*.shots.ts',
  timeout: 300_000,
  // Pictures show the venue's own times, in fields of Strapi's that follow the browser's zone too.
  use: { ...config.use, timezoneId: 'Europe/Amsterdam', viewport: { width: 1280, height: 800 } },
});
