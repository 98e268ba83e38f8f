import { defineConfig } from 'vitest/config';

// What needs minutes or a real workflow runner: run by `.ci/run`, and by hand with `npm run test:e2e`.
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
