import { defineConfig } from 'vitest/config';

// What needs minutes, a real workflow runner or many test frameworks: run by `.ci/run`, and by hand with `npm run test:e2e`.
const report = process.env.HONE_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/{e2e,frameworks}/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
