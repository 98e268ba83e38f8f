import { defineConfig } from 'vitest/config';

const report = process.env.HONE_TEST_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    include: ['test/{unit,integration,bundle,contract}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
  },
});
