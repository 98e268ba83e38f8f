import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Action, ActionDeps, Outcome } from '../../../src/actions/action.ts';
import { type InputsOf, oneOf, secret } from '../../../src/actions/inputs.ts';
import { runMain, runPost } from '../../../src/actions/life.ts';
import { CannotRunError, UsageError } from '../../../src/base/errors.ts';
import { eventKind, type StoredEvent } from '../../../src/store/index.ts';
import {
  type ArtifactInfo,
  type ArtifactPage,
  type Artifacts,
  type Download,
  type Files,
  NameTakenError,
  NotPermittedError,
  restoreStore,
} from '../../../src/store/sync/index.ts';
import { createStepFolder, RecordingCommands, type StepFolder } from '../../support/workflow-step.ts';

const inputs = { level: oneOf(['low', 'high'], 'low'), store: oneOf(['on', 'off'], 'on'), token: secret() };
const noted = eventKind<{ text: string }>('test.noted');
const good: Outcome<'answer'> = {
  outputs: { answer: '42' },
  summary: '# Fine',
  report: { fine: true },
  annotations: [],
};

type Run = (given: InputsOf<typeof inputs>, deps: ActionDeps) => Promise<Outcome<'answer'>>;

function action(run: Run): Action<typeof inputs, 'answer'> {
  return {
    name: 'probe',
    inputs,
    outputs: ['answer'],
    settings: ({ store, token }) => ({ store, summary: true, token }),
    run,
  };
}

/** Artifacts in memory, of one run after the other; `broken` stands for services that cannot be reached. */
class MemoryArtifacts implements Artifacts {
  broken = false;
  run = 42;
  private readonly uploads: { readonly info: ArtifactInfo; readonly files: Files }[] = [];

  async list(name: string): Promise<ArtifactPage> {
    this.reach();
    const named = this.uploads.filter(({ info }) => info.name === name);
    return { artifacts: named.map(({ info }) => info).reverse(), more: false };
  }

  async download({ id }: ArtifactInfo): Promise<Download> {
    this.reach();
    const found = this.uploads.find(({ info }) => info.id === id);
    if (!found) throw new Error(`no artifact ${id}`);
    return { files: found.files, verified: true };
  }

  async upload(name: string, files: Files): Promise<{ id: string }> {
    this.reach();
    const runId = String(this.run);
    if (this.uploads.some(({ info }) => info.name === name && info.runId === runId)) throw new NameTakenError(name);
    const id = String(this.uploads.length + 1);
    const createdAt = Date.UTC(2026, 0, 1);
    const info = { id, name, runId, createdAt, size: 1, expired: false, trusted: true, digest: undefined };
    this.uploads.push({ info, files });
    return { id };
  }

  async delete(): Promise<void> {
    throw new NotPermittedError('read only');
  }

  private reach(): void {
    if (this.broken) throw new Error('getaddrinfo ENOTFOUND results');
  }
}

describe('the life of an action', () => {
  let step: StepFolder;
  let commands: RecordingCommands;
  let artifacts: MemoryArtifacts;
  let time: number;
  beforeEach(() => {
    step = createStepFolder();
    commands = new RecordingCommands();
    artifacts = new MemoryArtifacts();
    time = Date.UTC(2026, 0, 1);
  });
  afterEach(() => step.remove());

  const clock = { now: () => time++ };
  const host = (environment: Record<string, string> = {}) => ({
    environment: { ...step.environment, GITHUB_RUN_ID: String(artifacts.run), ...environment },
    commands,
    clock,
    openServices: async () => ({ cache: undefined, artifacts, clock }),
  });
  const main = (run: Run, environment?: Record<string, string>) => runMain(action(run), host(environment));
  const post = async () => {
    await runPost(
      action(async () => good),
      host(),
    );
    artifacts.run += 1;
  };
  const committed = async (): Promise<StoredEvent[]> => {
    const { store } = await restoreStore({ cache: undefined, artifacts, clock });
    return [...store.events()];
  };
  const facts = async () =>
    (await committed()).map(({ kind, data }) => [kind, data.outcome ?? data.text ?? data.action]);
  const last = async () => (await committed()).at(-1)?.data;
  const said = (kind: string) => commands.lines.filter((line) => line.startsWith(`${kind}: `));

  it('runs, answers, and keeps its facts when the post step has run', async () => {
    await main(
      async (given, { recorder }) => {
        expect(given).toEqual({ level: 'high', store: 'on', token: '' });
        recorder.record(noted, { text: 'on the way' });
        return good;
      },
      { INPUT_LEVEL: 'high' },
    );
    expect(commands.lines).toEqual([]);
    expect(commands.outputs).toEqual({ answer: '42', report: expect.any(String) });
    expect(JSON.parse(readFileSync(commands.outputs.report ?? '', 'utf8'))).toEqual({ fine: true });
    expect(readFileSync(step.environment.GITHUB_STEP_SUMMARY ?? '', 'utf8')).toBe('# Fine\n');
    expect(await facts()).toEqual([]);
    await post();
    expect(await facts()).toEqual([
      ['run.started', 'probe'],
      ['test.noted', 'on the way'],
      ['run.finished', 'succeeded'],
    ]);
    expect((await committed())[0]?.key).toEqual({
      repository: 'octo/project',
      runId: '42',
      attempt: 1,
      job: expect.stringMatching(/^build\/analyze\/[0-9a-f]{8}$/),
      sequence: 0,
    });
  });

  it('gives a later run what earlier ones recorded', async () => {
    const count: Run = async (_, { store }) => ({ ...good, outputs: { answer: String(store.count()) } });
    const answers: (string | undefined)[] = [];
    for (let run = 0; run < 3; run += 1) {
      commands = new RecordingCommands();
      await main(count);
      await post();
      answers.push(commands.outputs.answer);
    }
    expect(answers).toEqual(['0', '2', '4']);
  });

  it('fails with the verdict, and keeps it', async () => {
    await main(async () => ({ ...good, failure: 'a critical finding' }));
    await post();
    expect(said('failed')).toEqual(['failed: a critical finding']);
    expect(commands.outputs.answer).toBe('42');
    expect(await last()).toMatchObject({ outcome: 'negative', reason: 'a critical finding' });
  });

  it.each([
    ['a UsageError', new UsageError('input "x": no'), 'input "x": no'],
    ['a CannotRunError', new CannotRunError('git is missing'), 'git is missing'],
    ['a string', 'out of luck', 'out of luck'],
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an object', { code: 7 }, '[object Object]'],
    ['an object without a prototype', Object.create(null), 'a value that cannot be shown was thrown'],
    ['an Error without a message', new Error(''), 'Error'],
  ])('fails with the reason first when the run throws %s', async (_, thrown, reason) => {
    await main(async () => {
      throw thrown;
    });
    await post();
    expect(commands.lines[0]).toBe(`failed: ${reason}`);
    expect(await last()).toMatchObject({ outcome: 'failed', reason });
  });

  it('shows the stack of a bug only', async () => {
    await main(async () => {
      throw new TypeError('x is not a function');
    });
    expect(commands.lines[1]).toContain('life.test.ts');
    commands.lines.length = 0;
    await main(async () => {
      throw new UsageError('no');
    });
    expect(commands.lines).toEqual(['failed: no']);
  });

  it('refuses a bad input before anything else, and records nothing', async () => {
    await main(async () => good, { INPUT_LEVEL: 'middle' });
    await post();
    expect(commands.lines).toEqual(['failed: input "level": "middle" is not allowed; allowed is one of low, high']);
    expect(await facts()).toEqual([]);
  });

  it('masks secrets first, and keeps them out of the facts', async () => {
    await main(
      async () => {
        throw new Error('401 for ghs_abc');
      },
      { INPUT_TOKEN: 'ghs_abc' },
    );
    await post();
    expect(commands.lines[0]).toBe('mask: ghs_abc');
    expect((await last())?.reason).toBe('401 for ***');
  });

  it('stays green, with a warning, when services cannot be reached', async () => {
    artifacts.broken = true;
    await main(async (_, { store }) => ({ ...good, outputs: { answer: String(store.count()) } }));
    await post();
    expect(commands.outputs.answer).toBe('0');
    expect(said('failed')).toEqual([]);
    expect(said('warning')).toEqual([
      expect.stringContaining('The snapshot artifacts of this repository could not be listed'),
      expect.stringContaining('The deltas of earlier runs could not be listed'),
      expect.stringContaining('2 events could not be uploaded and will be missing from later runs'),
    ]);
  });

  it('tells that the main step did not end, and keeps what it had recorded', async () => {
    void main((_, { recorder }) => {
      recorder.record(noted, { text: 'before the end' });
      return new Promise(() => {});
    });
    await expect.poll(() => Object.keys(commands.state)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await post();
    expect(await facts()).toEqual([
      ['run.started', 'probe'],
      ['test.noted', 'before the end'],
      ['run.finished', 'interrupted'],
    ]);
    expect(said('warning')).toEqual(['warning: probe was cancelled, timed out or was killed before its end']);
  });

  it('leaves nothing behind when the store is off', async () => {
    await main(
      async (_, { recorder }) => {
        recorder.record(noted, { text: 'nobody listens' });
        return good;
      },
      { INPUT_STORE: 'off' },
    );
    await post();
    expect(commands.outputs.answer).toBe('42');
    expect([commands.state, await facts()]).toEqual([{}, []]);
  });

  it('says plainly that it is not in a workflow', async () => {
    const { GITHUB_RUN_ID: _, ...environment } = step.environment;
    await runMain(
      action(async () => good),
      { ...host(), environment },
    );
    expect(commands.lines).toEqual([expect.stringMatching(/^failed: GITHUB_RUN_ID is not set/)]);
  });

  it('lets no text from outside give a command', async () => {
    await main(async (_, { log }) => {
      log.info('subject\n::set-output name=answer::7\r  ::stop-commands::x\n##[error]y');
      return good;
    });
    for (const line of commands.lines.flatMap((text) => text.split(/[\r\n]/))) expect(line).not.toMatch(/^\s*::|##\[/);
  });
});
