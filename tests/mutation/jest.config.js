/** The unit tests of the group that TEST_MUTATION_GROUP names, as the project `unit` runs them. */
const path = require('node:path');
const { projects } = require('../../jest.config');
const { groups } = require('./files');

/** @type {import('jest').Config} */
module.exports = {
  ...projects[0],
  // Stryker works on a copy of the project.
  rootDir: path.resolve(__dirname, '../..'),
  roots: ['<rootDir>/src'],
  testMatch: groups[process.env.TEST_MUTATION_GROUP].tests.map((test) => `<rootDir>/${test}`),
  setupFiles: [path.join(__dirname, 'set-up.js')],
  testTimeout: 30_000,
};
