import type { FullResult, Reporter, Suite, TestCase } from '@playwright/test/reporter';

function outcomes(tests: TestCase[], ...wanted: Array<ReturnType<TestCase['outcome']>>): number {
  return tests.filter((test) => wanted.includes(test.outcome())).length;
}

/** Ends the output with the line that all suites of the project end with. */
export default class CountReporter implements Reporter {
  private suite: Suite | null = null;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onEnd(result: FullResult): void {
    const tests = this.suite?.allTests() ?? [];
    const passed = outcomes(tests, 'expected');
    // A test that never ran, because the stage could not be built or a story broke off, did not pass.
    const failed = tests.length - passed + (tests.length === 0 ? 1 : 0);
    console.log(`${result.status} after ${(result.duration / 1000).toFixed(0)} s`);
    console.log(`${passed} passed, ${failed} failed`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
