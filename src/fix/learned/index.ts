export { TemplateTally } from './tally.ts';
export { type LearnedOptions, learnedWeights } from './weights.ts';
