import { type Author, type Step, year } from './history.ts';

type Blocks = ReadonlyMap<string, string>;
type Tree = ReadonlyMap<string, Blocks>;

interface Branch {
  readonly mark: number;
  readonly tree: Tree;
  /** Tree of `main` where the branch began. */
  readonly fork: Tree;
}

const main = 'main';
const noObject = '0'.repeat(40);
const week = 7 * 86_400;

/**
 * The history as input for `git fast-import`. Branches that were merged are gone, as people leave it.
 *
 * @param now milliseconds since the epoch; the newest commit is less than a week older
 */
export function fastImportStream(steps: readonly Step[], now: number): string {
  const newest = Math.max(...steps.map(seconds));
  // Whole weeks, so that every commit keeps its weekday and its hour.
  const shift = Math.floor((now / 1000 - newest) / week) * week;
  const branches = new Map<string, Branch>();
  const lines: string[] = [];
  let mark = 0;

  for (const step of steps) {
    const name = step.branch ?? main;
    const origin = branches.get(name) ?? branches.get(main);
    const merged = step.merge === undefined ? undefined : branches.get(step.merge);
    if (step.merge !== undefined && !merged) throw new Error(`the history merges ${step.merge}, which has not begun`);
    const before: Tree = origin?.tree ?? new Map();
    const tree = edited(merged ? mergedTree(before, merged) : before, step);

    mark++;
    const at = `${signature(step.by)} ${seconds(step) + shift} ${step.by.zone}`;
    lines.push(`commit refs/heads/${name}`, `mark :${mark}`, `author ${at}`, `committer ${at}`, data(step.message));
    if (origin) lines.push(`from :${origin.mark}`);
    if (merged) lines.push(`merge :${merged.mark}`);
    lines.push(...fileCommands(before, tree), '');
    if (step.tag !== undefined) {
      lines.push(`tag ${step.tag}`, `from :${mark}`, `tagger ${at}`, data(`Release ${step.tag.slice(1)}`));
    }
    if (step.merge !== undefined) lines.push(`reset refs/heads/${step.merge}`, `from ${noObject}`, '');
    branches.set(name, { mark, tree, fork: branches.get(name)?.fork ?? before });
  }
  return `${lines.join('\n')}\ndone\n`;
}

/** Theirs where they changed a block since the fork, else ours. */
function mergedTree(ours: Tree, theirs: Branch): Tree {
  const result = new Map(ours);
  for (const [path, blocks] of theirs.tree) {
    const base = theirs.fork.get(path);
    const mine = new Map(result.get(path));
    for (const [block, text] of blocks) if (base?.get(block) !== text) mine.set(block, text);
    result.set(path, mine);
  }
  return result;
}

function edited(tree: Tree, step: Step): Tree {
  const result = new Map(tree);
  for (const [path, block, text] of step.edits ?? []) {
    const blocks = new Map(result.get(path));
    if (text === undefined) blocks.delete(block);
    else blocks.set(block, text);
    if (blocks.size > 0) result.set(path, blocks);
    else result.delete(path);
  }
  return result;
}

function* fileCommands(before: Tree, after: Tree): Generator<string> {
  for (const path of before.keys()) if (!after.has(path)) yield `D ${path}`;
  for (const [path, blocks] of after) {
    const text = content(blocks);
    const old = before.get(path);
    if (!old || content(old) !== text) yield `M 100644 inline ${path}\n${data(text)}`;
  }
}

function content(blocks: Blocks): string {
  return [...blocks.values()].join('\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function signature({ name, email }: Author): string {
  return `${name} <${email}>`;
}

/** Seconds since the epoch of a step's local time. */
function seconds({ at, by }: Step): number {
  const zone = `${by.zone.slice(0, 3)}:${by.zone.slice(3)}`;
  return Date.parse(`${year}-${at.replace(' ', 'T')}:00${zone}`) / 1000;
}
