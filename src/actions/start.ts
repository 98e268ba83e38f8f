import * as core from '@actions/core';
import { systemClock } from '../base/clock.ts';
import type { Action } from './action.ts';
import type { InputSpec } from './inputs.ts';
import { fail, type Host, runMain, runPost } from './life.ts';
import { openServices } from './services.ts';

/** Starts a phase of an action in the workflow run that this process is a step of. */
export async function startAction<S extends InputSpec, O extends string>(
  action: Action<S, O>,
  phase: 'main' | 'post',
): Promise<void> {
  // What is thrown outside of any promise we wait for must fail the step with its reason as well.
  process.once('uncaughtException', (thrown) => {
    fail(core, thrown);
    process.exit();
  });
  const host: Host = {
    environment: process.env,
    commands: core,
    clock: systemClock,
    openServices: (token) => openServices(process.env, token),
  };
  await (phase === 'main' ? runMain(action, host) : runPost(action, host));
}
