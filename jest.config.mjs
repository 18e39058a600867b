/** Jest runs the TypeScript sources as ES modules, compiled by swc. */
export default {
  testEnvironment: '<rootDir>/test/environment.mjs',
  testSequencer: '<rootDir>/test/sequencer.mjs',
  rootDir: '.',
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  /** Milliseconds. The first test that asks for a server waits until it is up, and a busy machine is slow, not wrong. */
  testTimeout: 300_000,
  /**
   * What a file's modules take is never given back by the process that ran it: all files in one would need more than
   * Node's 4 GB. A worker that has grown is replaced between two files; two share the servers of the run.
   */
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  randomize: true,
  reporters: ['default', '<rootDir>/test/reporter.mjs'],
}
