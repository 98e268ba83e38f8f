export { type Agreement, agree, isTestFile, testFiles } from './agree.ts';
export * from './calls/index.ts';
export { type Coverage, type CoverOptions, coverTests } from './cover.ts';
export { type DetectOptions, detect } from './detect.ts';
export { type FlakyReport, findFlaky } from './flaky.ts';
export { driverFolder } from './launch.ts';
export { type Trial, type TrialPlan, type TrialResult, tryCandidates } from './repeat/index.ts';
export { type RunTestsOptions, runTests } from './run.ts';
export * from './types.ts';
