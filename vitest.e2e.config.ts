import { defineConfig } from 'vitest/config';

// What needs minutes or a real workflow runner: run by `.ci/run`, and by hand with `npm run test:e2e`.
const report = process.env.HONE_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
