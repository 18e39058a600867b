/** Prints the count of tests as the run's last line, in the one form that every CI reads. */
export default class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    // A file that does not load has run none of its tests: that is a failure too.
    const failed = numFailedTests + numRuntimeErrorTestSuites
    // Jest holds back what it writes itself; only at the exit has all of it been said.
    process.once('exit', () => process.stdout.write(`\n${numPassedTests} passed, ${failed} failed\n`))
  }
}
