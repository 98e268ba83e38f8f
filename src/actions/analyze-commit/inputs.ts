import { boolean, type InputsOf, oneOf, revision, secret } from '../inputs.ts';

export const inputs = {
  commit: revision(),
  base: revision(),
  'fail-on': oneOf(['none', 'low', 'medium', 'high', 'critical'], 'none'),
  annotations: boolean(true),
  summary: boolean(true),
  store: oneOf(['on', 'off'], 'on'),
  'github-token': secret(),
};

export type AnalyzeCommitInputs = InputsOf<typeof inputs>;

export const outputs = ['commit', 'findings', 'highest-severity', 'impact', 'approval-required', 'not-run'] as const;

export type AnalyzeCommitOutput = (typeof outputs)[number];
