import { defineConfig } from 'vitest/config';

const report = process.env.HONE_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/{unit,integration,bundle,contract}/**/*.test.ts'],
    // By itself vitest leaves one processor to itself; much of the time here is waiting.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 240_000,
  },
});
