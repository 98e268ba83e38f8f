/**
 * How many bugs of HumanEvalFix `hone fix` repairs when it sees the visible tests only, and how many of its patches
 * are right by the hidden ones. See `--help` in options.ts.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { inFolder, judge, makeTask, readTasks, type Task, triage, type Usability } from './core.ts';
import { type Arm, repair } from './hone.ts';
import { halvesOf, Knowledge } from './knowledge.ts';
import { type Options, readOptions, usage } from './options.ts';
import type { Knowing, RepairRecord, TaskRecord } from './record.ts';
import { selfCheck } from './self-check.ts';
import { table } from './table.ts';

const say = (line: string): unknown => process.stderr.write(`${line}\n`);

async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(usage);
    return 0;
  }
  const options = readOptions(argv);
  if (options.report.length > 0) {
    process.stdout.write(table(options.report.flatMap(readRecords)));
    return 0;
  }
  const tasks = await chosen(options);
  if (tasks === undefined) {
    process.stdout.write(
      `not run: no tasks in ${options.data}, or no make_repo.py in it or beside the project; --data names their folder\n`,
    );
    return 0;
  }
  return options.selfCheck ? checkJudge(tasks) : bench(tasks, options);
}

async function chosen(options: Options): Promise<Task[] | undefined> {
  const found: Task[] = [];
  for (const language of options.languages) {
    const tasks = await readTasks(language, options.data);
    if (tasks === undefined) return undefined;
    const { index, count } = options.shard;
    found.push(
      ...tasks
        .filter(({ id }) => options.only.length === 0 || options.only.includes(id))
        .filter((_, at) => at % count === index - 1)
        .slice(0, options.tasks),
    );
  }
  return found;
}

async function checkJudge(tasks: readonly Task[]): Promise<number> {
  let wrong = 0;
  let checked = 0;
  for (const task of tasks) {
    const { sound, why } = await selfCheck(task);
    if (sound === false) wrong++;
    if (sound !== undefined) checked++;
    say(`${task.id}: ${sound === undefined ? 'not usable' : sound ? 'sound' : 'UNSOUND'}: ${why}`);
  }
  process.stdout.write(`${checked} of ${tasks.length} tasks usable, judged wrongly: ${wrong}\n`);
  return wrong === 0 ? 0 : 1;
}

async function bench(tasks: readonly Task[], options: Options): Promise<number> {
  const load = loadavg()[0] ?? 0;
  const machine = `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${load.toFixed(1)} at the start`;
  process.stdout.write(`${machine}; ${options.timeLimit} s a task\n\n`);
  if (options.out !== undefined) writeFileSync(options.out, '');
  const records: TaskRecord[] = [];
  const keep = (record: TaskRecord): void => {
    records.push(record);
    if (options.out !== undefined) appendFileSync(options.out, `${JSON.stringify(record)}\n`);
  };
  await inFolder(async (folder) => {
    const knowledge = options.knowledge ? new Knowledge(folder, options.bundle) : undefined;
    const halves = halvesOf(tasks, options.seed);
    const usability = new Map<string, Usability>();
    const runs = tasks.length * (options.orders.length + (knowledge === undefined ? 0 : 2));
    const about = ({ id, language, bugType }: Task) => ({ task: id, language, bugType, timeLimit: options.timeLimit });
    let done = 0;
    const tell = (task: Task, arm: string, outcome: string): void => {
      done++;
      say(`[${done}/${runs}] ${task.id} ${arm}: ${outcome}`);
    };
    for (const task of tasks) {
      const usable = await triage(task);
      usability.set(task.id, usable);
      for (const order of options.orders) {
        const store = knowledge !== undefined && order === 'ranked';
        const learn = store ? (dir: string) => knowledge.learn(halves.get(task.id) ?? 0, dir) : undefined;
        const found =
          usable === 'usable' ? await attempt(task, { order, store }, options, undefined, learn) : undefined;
        keep({ ...about(task), usability: usable, order, knowledge: 'shipped', repair: found });
        tell(task, order, outcomeOf(usable, found));
      }
    }
    if (knowledge === undefined) return;
    for (const task of tasks) {
      const usable = usability.get(task.id) ?? 'usable';
      const other = halves.get(task.id) === 0 ? 1 : 0;
      const arms: readonly { arm: Arm; knows: Knowing; give?: (dir: string) => Promise<void> }[] = [
        { arm: { order: 'ranked', store: false, learned: false }, knows: 'none' },
        { arm: { order: 'ranked', store: true }, knows: 'taught', give: (dir) => knowledge.give(other, dir) },
      ];
      for (const { arm, knows, give } of arms) {
        const found = usable === 'usable' ? await attempt(task, arm, options, give) : undefined;
        keep({ ...about(task), usability: usable, order: 'ranked', knowledge: knows, repair: found });
        tell(task, knows, outcomeOf(usable, found));
      }
    }
  });
  process.stdout.write(table(records));
  return 0;
}

/** One repair in a repository of its own. */
async function attempt(
  task: Task,
  arm: Arm,
  options: Options,
  before?: (dir: string) => Promise<void>,
  after?: (dir: string) => Promise<void>,
): Promise<RepairRecord> {
  return inFolder(async (folder) => {
    // The store knows a repository by its folder's name.
    const made = await makeTask(task, join(folder, task.id.replace('/', '-').toLowerCase()));
    if (made === undefined) throw new Error(`${task.id} has no visible assertion`);
    await before?.(made.dir);
    const record = await repair(made, arm, options, judge);
    if (record.status !== 'failed') await after?.(made.dir);
    return record;
  });
}

function outcomeOf(usability: Usability, found: RepairRecord | undefined): string {
  if (found === undefined) return `does not count (${usability})`;
  const { status, verdict, ms, tried, strategy, reason } = found;
  const what = verdict === undefined ? `${status}: ${reason}` : `${status}, ${verdict} (${strategy})`;
  return `${what}; ${(ms / 1000).toFixed(1)} s, ${tried} tried`;
}

function readRecords(file: string): TaskRecord[] {
  if (!existsSync(file)) throw new Error(`--report ${file}: there is no such file`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as TaskRecord);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  say(`bench:repair: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  process.exitCode = 2;
}
