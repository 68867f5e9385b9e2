/** Two projects: `unit` beside the code, `integration` against a booted Strapi and real HTTP. */
const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } },
      module: { type: 'commonjs' },
    },
  ],
};
/** Packages that come as ES modules only; jest runs CommonJS. */
const transformIgnorePatterns = ['/node_modules/(?!(temporal-[a-z]+|rrule-temporal)/)'];
const ignored = ['/node_modules/', '/dist/', '/build/', '/\\.cache/'];

/** @type {import('jest').Config} */
module.exports = {
  reporters: process.env.TEST_COUNT_FILE
    ? ['default', '<rootDir>/tests/support/count-reporter.js']
    : ['default'],
  // A busy machine is slow, not wrong.
  testTimeout: 30_000,
  projects: [
    {
      displayName: 'unit',
      testEnvironment: 'node',
      transform,
      transformIgnorePatterns,
      roots: [
        'src',
        'scripts',
        'config',
        'sandbox',
        'tests/support',
        'tests/bench',
        'tests/race',
        'tests/fuzz',
        'tests/mutants',
        'tests/mutation',
        'tests/outbound',
        'tests/faults',
      ].map((root) => `<rootDir>/${root}`),
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: [...ignored, '/tests/integration/'],
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    {
      displayName: 'integration',
      globalSetup: '<rootDir>/tests/support/template/set-up.ts',
      globalTeardown: '<rootDir>/tests/support/template/tear-down.ts',
      testEnvironment: '<rootDir>/tests/support/outside/environment.js',
      transform,
      transformIgnorePatterns,
      roots: ['<rootDir>/tests/integration'],
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ignored,
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
  ],
};
