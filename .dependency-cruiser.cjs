// The picture of docs/architecture.md as rules: entries -> jobs -> shared parts, downwards only.
const entries = '^src/(main\\.ts|actions|cli|mcp)';
const jobs = ['analysis', 'fix', 'sla', 'learning', 'twin', 'autopilot', 'knowledge'];
const job = `^src/(${jobs.join('|')})/`;

module.exports = {
  forbidden: [
    {
      name: 'job-into-job',
      severity: 'error',
      comment: 'A job never imports another job: entries compose them, the store carries facts between them.',
      from: { path: job },
      to: { path: job, pathNot: '^src/$1/' },
    },
    {
      name: 'shared-into-job-or-entry',
      severity: 'error',
      comment: 'Shared parts know nothing of the jobs and of the entries.',
      from: { path: '^src/', pathNot: [job, entries] },
      to: { path: [job, entries] },
    },
    {
      name: 'job-into-entry',
      severity: 'error',
      from: { path: job },
      to: { path: entries },
    },
    {
      name: 'job-by-its-face',
      severity: 'error',
      comment: 'Entries use a job through its index.ts, its inputs through its public types.',
      from: { path: entries },
      to: { path: job, pathNot: `^src/(${jobs.join('|')})/index\\.ts$` },
    },
    {
      name: 'base-is-the-floor',
      severity: 'error',
      from: { path: '^src/base/' },
      to: { path: '^src/', pathNot: '^src/base/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
