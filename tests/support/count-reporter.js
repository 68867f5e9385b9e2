const { appendFileSync } = require('node:fs');

/** Adds a run's real counts to the file that `TEST_COUNT_FILE` names: `passed failed skipped`. */
class CountReporter {
  onRunComplete(_contexts, results) {
    // A suite that could not even start counts as one failure.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    appendFileSync(process.env.TEST_COUNT_FILE, `${results.numPassedTests} ${failed} ${skipped}\n`);
  }
}

module.exports = CountReporter;
