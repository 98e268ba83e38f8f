import { boolean, type InputsOf, integer, list, secret } from '../inputs.ts';

export const inputs = {
  'retention-days': integer(90, { min: 1, max: 3650 }),
  'accept-forks': list('run ids, separated by commas', /^[1-9]\d{0,18}$/),
  summary: boolean(true),
  'github-token': secret(),
};

export type LearnInputs = InputsOf<typeof inputs>;

export const outputs = ['events', 'insights'] as const;

export type LearnOutput = (typeof outputs)[number];
