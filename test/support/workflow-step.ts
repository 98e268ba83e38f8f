import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Commands } from '../../src/actions/workflow-log.ts';

/** Keeps the commands a step gives, one line each, such as `warning: text`; outputs and state as maps. */
export class RecordingCommands implements Commands {
  readonly lines: string[] = [];
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};

  debug = (message: string): void => this.say('debug', message);
  info = (message: string): void => this.say('info', message);
  notice = (message: string | Error): void => this.say('notice', message);
  warning = (message: string | Error): void => this.say('warning', message);
  error = (message: string | Error): void => this.say('error', message);
  setFailed = (message: string | Error): void => this.say('failed', message);
  setSecret = (value: string): void => this.say('mask', value);
  setOutput = (name: string, value: string): void => {
    this.outputs[name] = value;
  };
  saveState = (name: string, value: unknown): void => {
    this.state[name] = typeof value === 'string' ? value : JSON.stringify(value);
  };
  getState = (name: string): string => this.state[name] ?? '';

  private say(kind: string, message: string | Error): void {
    this.lines.push(`${kind}: ${message}`);
  }
}

/** A temporary folder with all that the runner puts around a step: event payload, workspace, files for its answers. */
export interface StepFolder {
  readonly dir: string;
  readonly environment: Record<string, string>;
  remove(): void;
}

export function createStepFolder(overrides: Readonly<Record<string, string>> = {}, payload: unknown = {}): StepFolder {
  const dir = mkdtempSync(join(tmpdir(), 'hone-step-'));
  for (const folder of ['temp', 'workspace']) mkdirSync(join(dir, folder));
  for (const file of ['output', 'state', 'summary']) writeFileSync(join(dir, file), '');
  writeFileSync(join(dir, 'event.json'), JSON.stringify(payload));
  return {
    dir,
    environment: {
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: 'analyze',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: join(dir, 'event.json'),
      GITHUB_JOB: 'build',
      GITHUB_OUTPUT: join(dir, 'output'),
      GITHUB_REPOSITORY: 'octo/project',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RUN_ID: '42',
      GITHUB_STATE: join(dir, 'state'),
      GITHUB_STEP_SUMMARY: join(dir, 'summary'),
      GITHUB_WORKFLOW: 'Hone analysis',
      GITHUB_WORKSPACE: join(dir, 'workspace'),
      RUNNER_TEMP: join(dir, 'temp'),
      ...overrides,
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
