import { relative } from 'node:path'

/** Names the files that failed, then counts the tests in the one form that every CI reads, as the run's last line. */
export default class CountReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults }) {
    // A file that does not load, or does not close, is a failure too.
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const files = testResults
      .filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError)
      .map(({ testFilePath }) => `failed file: ${relative(process.cwd(), testFilePath)}\n`)
    // Jest holds back what it writes itself; only at the exit has all of it been said.
    process.once('exit', () =>
      process.stdout.write(`\n${files.join('')}${numPassedTests} passed, ${failed} failed\n`),
    )
  }
}
