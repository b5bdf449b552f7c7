/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  setupFiles: ['<rootDir>/test/support/fixed-seed.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  // A program that runs in a page is asked for as text.
  moduleNameMapper: { '^(.*)\\?bundle$': '$1' },
  transform: {
    '/src/page/main\\.ts$': '<rootDir>/scripts/jest-page.mjs',
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  // Workers that are let go take with them what modules of many suites have left in memory.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  // Slow machines run many workers; a hanging test still ends.
  testTimeout: 120_000,
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.d.ts'],
};
