export {
  type Call,
  type CalledVariant,
  type CallOptions,
  type CallResult,
  callVariants,
  type Outcome,
} from './call.ts';
export { type CallInput, type Observation, type ObservedCall, type ObserveOptions, observe } from './observe.ts';
export { type ModuleText, readModule, type Target } from './targets.ts';
export { canonicalText, type Value } from './values.ts';
