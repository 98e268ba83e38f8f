import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { UsageError } from '../base/errors.ts';
import { printable } from '../base/printable.ts';
import { version } from '../base/version.ts';
import { type CommonOptions, type Context, createContext, type Surroundings } from './context.ts';
import { exitStatus } from './exit-status.ts';
import { defaultCandidates, defaultTimeLimit } from './limits.ts';

type Act<O> = (options: O & CommonOptions, context: Context, argument: string) => Promise<number>;

/** @returns the exit status of the command that ran; @throws UsageError when the command line is wrong */
export async function runProgram(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let status: number = exitStatus.done;
  const program = createProgram(surroundings, (result) => {
    status = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return status;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return exitStatus.done;
    // Help was shown because no command was named; it says all there is to say.
    if (thrown.code === 'commander.help') return exitStatus.wrongUse;
    const message = printable(thrown.message.replace(/^error: /, '')).replace(/\.$/, '');
    throw new UsageError(`${message}; see hone --help`);
  }
}

/**
 * The command line of `hone`. Each command's code is loaded only when that command runs.
 *
 * @param done receives the exit status of the command that ran
 */
function createProgram(surroundings: Surroundings, done: (status: number) => void): Command {
  const { stdout, stderr } = surroundings;
  const program = new Command('hone')
    .description('Lets a repository look after itself: analyses commits, repairs what fails, learns from it.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help')
    .addHelpText(
      'after',
      examples('hone run', 'hone analyze --commit HEAD~3', 'hone fix', 'hone metrics --json | jq .commits.total'),
    );

  /** Adds what every command has, and how it is started. */
  function command<O>(parent: Command, syntax: string, summary: string, load: () => Promise<Act<O>>): Command {
    return parent
      .command(syntax)
      .summary(summary)
      .description(summary)
      .helpOption('-h, --help', 'show help')
      .allowExcessArguments(false)
      .action(async (...args: unknown[]) => {
        const self = args.at(-1) as Command;
        const act = await load();
        const options = self.opts<O & CommonOptions>();
        done(await act(options, createContext(options, surroundings), self.args[0] as string));
      });
  }

  command(
    program,
    'run',
    'analyse, repair, record and learn: the whole loop on a repository',
    async () => (await import('./run.ts')).run,
  )
    .argument('[dir]', 'the repository; without it, a small example repository is made and used')
    .option('--test <command>', testHelp)
    .option('--no-fix', 'do not run the tests, and repair nothing')
    .addOption(isolationOption())
    .option('--no-store', 'leave nothing behind: what happens is not kept')
    .addHelpText('after', examples('hone run', 'hone run ../my-project', 'hone run --json . > report.json'));

  command(
    program,
    'analyze',
    'analyse one commit, or all that changed between two',
    async () => (await import('./analyze.ts')).analyzeCommand,
  )
    .addOption(repositoryOption())
    .addOption(new Option('--commit <rev>', 'the commit to analyse (default: HEAD)').conflicts(['base', 'head']))
    .option('--base <rev>', 'analyse what --head has and this commit has not')
    .option('--head <rev>', 'the newer end of the comparison (default: HEAD)')
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 when a finding or an impact has this level or a higher one')
        .choices(['none', 'low', 'medium', 'high', 'critical'])
        .default('none'),
    )
    .option('--no-store', 'leave nothing behind: what happens is not kept')
    .addHelpText(
      'after',
      examples('hone analyze', 'hone analyze --commit v1.2.0', 'hone analyze --base main --head HEAD --fail-on high'),
    );

  command(
    program,
    'fix',
    'repair what makes the tests fail, and prove it',
    async () => (await import('./fix.ts')).fixCommand,
  )
    .addOption(repositoryOption())
    .option('--test <command>', testHelp)
    .addOption(
      numberOption('--candidates <n>', 'repairs that are proved in a sandbox of their own', 1, 100, true).default(
        defaultCandidates,
      ),
    )
    .addOption(numberOption('--time-limit <seconds>', 'time for everything', 1, 86_400).default(defaultTimeLimit))
    .addOption(numberOption('--min-coverage <percent>', 'for review, when tests run less of the changed files', 0, 100))
    .addOption(isolationOption().default('namespaces'))
    .addOption(numberOption('--seed <n>', 'another seed, another choice among equals', 0, 2 ** 32 - 1, true).default(0))
    .option('--no-learned', 'take no notice of what other repairs taught, here or before')
    .addOption(
      new Option('--order <order>', 'order of the candidates')
        .choices(['ranked', 'random'])
        .default('ranked')
        .hideHelp(),
    )
    .option('--apply', 'apply the repair to the work tree; without it the work tree is left alone')
    .option('--patch <file>', 'write the repair to this file, for git apply')
    .option('--no-store', 'leave nothing behind: what happens is not kept')
    .addHelpText(
      'after',
      examples(
        'hone fix',
        'hone fix --test "npm test" --apply',
        'hone fix --repo ../my-project --test "python3 -m pytest" --patch repair.patch',
        'hone fix --json | jq -r .winner.patch',
      ),
    );

  command(
    program,
    'metrics',
    'what the history says: velocity, authors, conflicts, conventions',
    async () => (await import('./metrics.ts')).metricsCommand,
  )
    .addOption(repositoryOption())
    .option('--since <date>', 'only commits of this day (UTC) or instant and later, ISO 8601')
    .option('--until <date>', 'only commits until the end of this day, or until this instant')
    .addHelpText(
      'after',
      examples('hone metrics', 'hone metrics --since 2026-01-01', 'hone metrics --json | jq .conventional'),
    );

  command(
    program,
    'learn',
    'fold what was recorded into statistics and insights',
    async () => (await import('./learn.ts')).learnCommand,
  )
    .addOption(repositoryOption())
    .option('--no-store', 'leave nothing behind: that hone learned is not kept')
    .addHelpText('after', examples('hone learn', 'hone learn --repo ../my-project --json'));

  const store = program
    .command('store')
    .summary('look after the learning store')
    .description('Looks after the learning store of a repository, the file .hone/store.db.')
    .helpCommand(false)
    .helpOption('-h, --help', 'show help')
    .addHelpText(
      'after',
      examples('hone store verify', 'hone store export > events.jsonl', 'hone store import events.jsonl'),
    );
  command(store, 'verify', 'check that the store is whole', async () => (await import('./store.ts')).verifyCommand)
    .addOption(repositoryOption())
    .addHelpText('after', examples('hone store verify', 'hone store verify --repo ../my-project --json'));
  command(
    store,
    'export',
    'print every event as JSON, one a line',
    async () => (await import('./store.ts')).exportCommand,
  )
    .addOption(repositoryOption())
    .addHelpText('after', examples('hone store export > events.jsonl', 'hone store export | wc -l'));
  command(
    store,
    'import',
    'add events that were exported; those already there are not added again',
    async () => (await import('./store.ts')).importCommand,
  )
    .argument('<file>', 'events as JSON lines; - for standard input')
    .addOption(repositoryOption())
    .addHelpText(
      'after',
      examples('hone store import events.jsonl', 'hone store export --repo a | hone store import - --repo b'),
    );

  for (const each of everyCommand(program)) {
    each
      .exitOverride()
      .configureHelp({ helpWidth: Math.min(100, stdout.columns ?? 100) })
      .configureOutput({
        writeOut: (text) => stdout.write(text),
        writeErr: (text) => stderr.write(text),
        // main() says it, once, in its own form.
        outputError: () => {},
      });
    if (each.commands.length > 0) continue;
    each
      .option('--json', 'print one JSON document on stdout, and nothing else there')
      .option('--no-color', 'no colour (also: NO_COLOR; FORCE_COLOR for the contrary)')
      .option('-q, --quiet', 'no notes and no progress on stderr')
      .option('--verbose', 'say more on stderr');
  }
  return program;
}

function repositoryOption(): Option {
  return new Option('--repo <dir>', 'the repository').default('.', 'this folder');
}

const testHelp =
  'the command that runs the tests (default: found in package.json, the configuration or files of pytest, go.mod)';

function isolationOption(): Option {
  return new Option('--isolation <kind>', 'how the tests are held; "process" only for code you trust').choices([
    'namespaces',
    'process',
  ]);
}

/** A number from `least` to `greatest`. */
function numberOption(flags: string, description: string, least: number, greatest: number, whole = false): Option {
  const allowed = `a ${whole ? 'whole ' : ''}number from ${least} to ${greatest}`;
  return new Option(flags, `${description}: ${allowed}`).argParser((text) => {
    const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= greatest && (!whole || Number.isInteger(value))) return value;
    throw new InvalidArgumentError(`Allowed is ${allowed}.`);
  });
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
