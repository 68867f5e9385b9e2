/** How Stryker mutates one group, which `main.ts` names by TEST_MUTATION_GROUP. */
import { groups } from './files.js';

const name = process.env.TEST_MUTATION_GROUP;

const results = `build/mutation/${name}`;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: groups[name].files,
  testRunner: 'jest',
  jest: { configFile: 'tests/mutation/jest.config.js' },
  coverageAnalysis: 'perTest',
  plugins: ['@stryker-mutator/jest-runner', './tests/mutation/documentation.mjs'],
  ignorers: ['documentation'],
  // Jest strips types, so that none has to be silenced.
  disableTypeChecks: false,
  // A busy machine is slow: what is called a timeout shall be an endless loop.
  timeoutMS: 20_000,
  // The copy that is mutated. Jest would not look into a folder that it ignores, such as build/.
  tempDirName: '.tmp/mutation',
  ignorePatterns: [
    '/build',
    '/dist',
    '**/dist',
    '/public',
    '/sandbox',
    '/docs',
    '.cache',
    '.strapi',
    '.tmp',
  ],
  reporters: ['json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: `${results}.json` },
  htmlReporter: { fileName: `${results}.html` },
};
