export default {
  testEnvironment: 'node',
  // A story waits for the database most of the time, so even two cores take two at once.
  maxWorkers: 2,
  // Modules of a test file that is through are never quite let go; a worker begins anew instead.
  workerIdleMemoryLimit: '1GB',
  // The machine may be busy with other tests; nothing here waits for time to pass.
  testTimeout: 120_000,
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/globalTeardown.mjs',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        // In a file of their own: what is inline is read again and again, in each test file.
        sourceMaps: true,
      },
    ],
  },
};
