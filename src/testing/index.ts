export { type Agreement, agree, isTestFile, testFiles } from './agree.ts';
export { type Build, type BuildOutput, build, buildsSources, put, unpackBuild } from './build.ts';
export * from './calls/index.ts';
export { type Coverage, type CoverOptions, coverTests } from './cover.ts';
export { type DetectOptions, detect, detectAll } from './detect.ts';
export { driverFolder } from './driver-folder.ts';
export { type FlakyReport, findFlaky } from './flaky.ts';
export { fileOfWhole } from './messages.ts';
export {
  prepareTrials,
  type Trial,
  type TrialPlan,
  type TrialResult,
  tryCandidates,
  type WarmPlan,
  WarmTests,
} from './repeat/index.ts';
export { canChoose, type RunTestsOptions, runTests } from './run.ts';
export { countLoops } from './schemata/index.ts';
export * from './types.ts';
