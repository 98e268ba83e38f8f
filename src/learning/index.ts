export { learnCompleted, type VelocityData, velocityMeasured } from './events.ts';
export { type LearnDeps, learn } from './learn.ts';
export { renderMarkdown } from './render-markdown.ts';
export { renderTasks, renderTerminal } from './render-terminal.ts';
export type * from './report.ts';
