/**
 * What Hone knows of bugs before it sees a repository: how much more often than its weight promised each template, and
 * each shape of its edits, was the repair, over bugs whose repair is known. Writes src/fix/templates/experience.ts.
 *
 *   node bench/repair/train.ts [--without FOLDER]   (bench/repair/bugs/unseen is never read)
 *
 * `--without` leaves a folder out and prints how the others order its repairs, instead of writing anything.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { applyCandidate, openSearch } from '../../src/fix/search/index.ts';
import { shapeOf } from '../../src/fix/search/shape.ts';
import { intuition } from '../../src/fix/templates/table.ts';
import { defaultData, languages, readTasks, type Task } from './core.ts';

const bugs = join(import.meta.dirname, 'bugs');
const folders = [defaultData, join(bugs, 'trained')];
const target = resolve(import.meta.dirname, '../../src/fix/templates/experience.ts');

/** Candidates of a task that are looked at. */
const most = 1500;
/** Repairs that the prior, a factor of 1, is worth. */
const strength = { template: 4, shape: 3 };
/** How far the bugs here are believed to be like others. */
const trust = 0.7;
/** A factor nearer to 1 than this says nothing. */
const least = 0.15;

interface Tried {
  readonly template: string;
  readonly shape: string;
  readonly prior: number;
}

interface Example {
  readonly tried: readonly Tried[];
  /** Index of the repair. */
  readonly right: number;
}

type Factors = ReadonlyMap<string, number>;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { without: { type: 'string' } } });
  const left = values.without === undefined ? undefined : resolve(values.without);
  const known: Example[] = [];
  for (const folder of folders) if (resolve(folder) !== left) known.push(...(await examplesIn(folder)));
  const templates = factors(known, ({ template }) => template, strength.template, new Map());
  const shapes = factors(known, shaped, strength.shape, templates);
  if (left === undefined) {
    await writeFile(target, moduleOf(templates, shapes));
    process.stdout.write(`${known.length} repairs: ${templates.size} templates, ${shapes.size} shapes\n`);
    return;
  }
  const others = await examplesIn(left);
  const factor = (one: Tried): number => (templates.get(one.template) ?? 1) * (shapes.get(shaped(one)) ?? 1);
  const before = others.map((one) => placeOf(one, () => 1));
  const after = others.map((one) => placeOf(one, factor));
  process.stdout.write(
    `${others.length} repairs, by intuition: ${figures(before)}; with experience: ${figures(after)}\n`,
  );
}

async function examplesIn(folder: string): Promise<Example[]> {
  const found: Example[] = [];
  for (const language of languages)
    for (const task of (await readTasks(language, folder)) ?? []) {
      const example = await exampleOf(task);
      if (example !== undefined) found.push(example);
    }
  return found;
}

/** What the search would try by intuition alone, were every line equally suspicious; undefined without the repair. */
async function exampleOf({ declaration, buggy, reference, language }: Task): Promise<Example | undefined> {
  const head = declaration.replace(/^\n+/, '');
  const text = `${head}${buggy.trimEnd()}\n`;
  const wanted = tokensOf(`${head}${reference.trimEnd()}\n`);
  const path = 'solution';
  const { stream } = await openSearch({
    files: [{ path, language: language === 'js' ? 'javascript' : 'python', text }],
    suspicions: text.split('\n').map((_, at) => ({ file: path, line: at + 1, score: 1, reasons: [] })),
    weight: intuition,
  });
  const candidates = await stream.next(most);
  const right = candidates.findIndex((one) => tokensOf(applyCandidate(text, one, path)) === wanted);
  if (right < 0) return undefined;
  // As far as a search would have gone on.
  const tried = candidates.slice(0, 2 * right + 400);
  return {
    right,
    tried: tried.map(({ template, prior, edits }) => ({ template, prior, shape: shapeOf(text, edits) })),
  };
}

/** Without comments and layout. */
function tokensOf(text: string): string {
  return text.replace(/(?:#|\/\/).*$/gm, '').replace(/[\s;]+/g, '');
}

/** Chosen over promised for each key, where `known` says how what is promised is corrected already. */
function factors(examples: readonly Example[], keyOf: (one: Tried) => string, prior: number, known: Factors): Factors {
  const chosen = new Map<string, number>();
  const promised = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, more: number): unknown =>
    sums.set(key, (sums.get(key) ?? 0) + more);
  for (const { tried, right } of examples) {
    const beliefs = tried.map((one) => one.prior * (known.get(one.template) ?? 1));
    const all = beliefs.reduce((sum, one) => sum + one, 0);
    for (const [at, one] of tried.entries()) add(promised, keyOf(one), (beliefs[at] ?? 0) / all);
    const repair = tried[right];
    if (repair !== undefined) add(chosen, keyOf(repair), 1);
  }
  const found = [...promised].flatMap(([key, expected]): [string, number][] => {
    const times = chosen.get(key) ?? 0;
    const factor = ((times + prior) / (expected + prior)) ** trust;
    // What one repair shows may be that one's own.
    return Math.abs(Math.log(factor)) < least || times === 1 ? [] : [[key, Number(factor.toFixed(2))]];
  });
  return new Map(found.sort());
}

function shaped({ template, shape }: Tried): string {
  return `${template} ${shape}`;
}

function placeOf({ tried, right }: Example, factor: (one: Tried) => number): number {
  const worth = tried.map((one) => one.prior * factor(one));
  return 1 + worth.filter((one, at) => one > (worth[right] ?? 0) || (one === worth[right] && at < right)).length;
}

function figures(places: readonly number[]): string {
  const sorted = [...places].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;
  const mean = Math.exp(places.reduce((sum, place) => sum + Math.log(place), 0) / places.length);
  return `median place ${at(0.5)}, 90th percentile ${at(0.9)}, geometric mean ${mean.toFixed(1)}`;
}

function moduleOf(templates: Factors, shapes: Factors): string {
  const byTemplate = new Map<string, string[]>();
  for (const [key, factor] of shapes) {
    const space = key.indexOf(' ');
    const [template, shape] = [key.slice(0, space), key.slice(space + 1)];
    byTemplate.set(template, [...(byTemplate.get(template) ?? []), `${JSON.stringify(shape)}: ${factor}`]);
  }
  const flat = [...templates].map(([name, factor]) => `${JSON.stringify(name)}: ${factor}`).join(', ');
  const nested = [...byTemplate].map(([name, list]) => `${JSON.stringify(name)}: { ${list.join(', ')} }`).join(',\n');
  return `// Written by bench/repair/train.ts.\nimport type { Experience } from './template.ts';\n\nexport const experience: Experience = { templates: { ${flat} }, shapes: { ${nested} } };\n`;
}

await main();
