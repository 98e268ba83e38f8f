import type { Binding } from '../templates/bindings.ts';
import { conditionOf } from '../templates/expressions.ts';
import { type Model, variablesAt } from '../templates/model.ts';
import { returnsAround } from '../templates/pool.ts';
import { similarity } from '../templates/similarity.ts';
import {
  before,
  classOf,
  functionOf,
  indentOf,
  isDocstring,
  isListed,
  leaves,
  loopAround,
  reindented,
  siblingsOf,
  startsLine,
  styleAt,
} from '../templates/statements.ts';
import type { Syntax } from '../templates/tree.ts';
import { compatible, type ValueType } from '../templates/value-type.ts';
import { isValue } from '../templates/values.ts';
import type { Suspicion } from '../types.ts';
import type { Single } from './singles.ts';

const longest = 400;
/** More than this are made of no search; the most suspicious places come first. */
const mostMade = 12_000;
/** Of one place: so many lines may be as suspicious as the most suspicious one. */
const mostPerPlace = 150;
/** How likely an inserted or replacing statement is right, if it is as sure as can be. */
const insertWeight = 0.1;
const replaceWeight = 0.3;
/** Of a statement of another class or level of the file, and of another file, against one of the same class. */
const elsewhereShare = 0.7;
const otherFileShare = 0.3;
/** Variables to try for one. */
const mostVariants = 3;
/** Of a condition that guards a jump, against a whole statement. */
const guardShare = 0.6;
/** Of a statement that stands among others than the target does, and how much more it is worth among the same. */
const strangeShare = 0.6;
const settled = 1.4;
/** What several functions of a class do, one more is likely to do: for each that does, and at most. */
const common = 0.4;
const mostCommon = 2.2;
const longestHead = 60;
/** Of a value that is given to a name which the target's function does not read, and of one that it reads. */
const unreadShare = 0.1;
const readMore = 1.3;

/** A statement that may serve elsewhere, with the local variables it reads. */
interface Donor {
  readonly node: Syntax;
  /** It is the condition of a branch. */
  readonly asks: boolean;
  readonly model: Model;
  readonly home: Syntax | undefined;
  readonly owner: Syntax | undefined;
  readonly uses: readonly { readonly node: Syntax; readonly type: ValueType }[];
  /** How many functions of its class, or of its file, hold the same statement. */
  readonly homes: number;
}

interface Target {
  readonly node: Syntax;
  readonly model: Model;
  readonly home: Syntax;
  readonly owner: Syntax | undefined;
  readonly here: readonly (Binding & { readonly type: ValueType })[];
  readonly suspicion: number;
}

/**
 * Statements of other functions of the repository, with their variables renamed to those in scope, inserted before a
 * suspicious statement or put in its place, and conditions that guard a jump there (GenProg's plastic surgery, with the renaming of ssFix and SimFix). Equal
 * donors count once.
 */
export function donorSingles(models: readonly Model[], suspicions: readonly Suspicion[]): Single[] {
  const donors = models.flatMap((model) => counted(donorsOf(model)));
  const made = new Map<string, Single>();
  const places = new Map(models.map((model) => [model.path, { model, statements: statementsByLine(model) }]));
  for (const { file, line, score } of [...suspicions].sort((a, b) => b.score - a.score)) {
    const place = places.get(file);
    if (place === undefined || score <= 0) continue;
    const { model } = place;
    for (const { node, home } of place.statements.get(line) ?? []) {
      const here = variablesAt(model, node).map((one) => ({ ...one, type: model.inference.typeOfBinding(one) }));
      const target = { node, model, home, owner: classOf(home), here, suspicion: score };
      const own = donors
        .filter((donor) => donor.model.dialect.family === model.dialect.family && donor.home !== home)
        .flatMap((donor) => transplanted(donor, target));
      const likely = own.filter(({ score: worth }) => worth > 0).sort((a, b) => b.score - a.score);
      for (const single of likely.slice(0, mostPerPlace)) {
        const [{ start, text } = { start: 0, text: '' }] = single.changes;
        const key = `${file} ${start} ${single.template} ${text}`;
        if ((made.get(key)?.score ?? 0) < single.score) made.set(key, single);
      }
    }
    if (made.size > mostMade) break;
  }
  return [...made.values()];
}

/** Statements of functions that begin a line, by line. */
function statementsByLine(model: Model): Map<number, { readonly node: Syntax; readonly home: Syntax }[]> {
  const found = new Map<number, { readonly node: Syntax; readonly home: Syntax }[]>();
  for (const node of model.root.walk()) {
    const home = isListed(node) && startsLine(node) ? functionOf(node) : undefined;
    if (home !== undefined) found.set(node.line, [...(found.get(node.line) ?? []), { node, home }]);
  }
  return found;
}

function counted(donors: readonly Omit<Donor, 'homes'>[]): Donor[] {
  const homes = new Map<Syntax | undefined, Map<string, Set<Syntax | undefined>>>();
  for (const { owner, home, node } of donors) {
    const texts = homes.get(owner) ?? new Map<string, Set<Syntax | undefined>>();
    homes.set(owner, texts.set(node.text, (texts.get(node.text) ?? new Set()).add(home)));
  }
  return donors.map((donor) => ({ ...donor, homes: homes.get(donor.owner)?.get(donor.node.text)?.size ?? 1 }));
}

function donorsOf(model: Model): Omit<Donor, 'homes'>[] {
  return [...model.root.walk()].flatMap((node) => {
    const home = functionOf(node);
    const branch = node.parent?.kind === 'parenthesized' ? node.parent.parent : node.parent;
    const asks = branch?.kind === 'if' && conditionOf(branch) === node;
    const serves = asks || (isListed(node) && !isDocstring(node));
    if (!serves || home === undefined || node.end - node.start > longest) return [];
    const bound = new Set(model.bindings.filter((one) => node.contains(one.node)).map(({ name }) => name));
    const local = new Map(variablesAt(model, node).map((binding) => [binding.name, binding]));
    const uses = [...node.walk()].flatMap((part) => {
      const binding = part.kind === 'name' && !bound.has(part.text) ? local.get(part.text) : undefined;
      return binding === undefined ? [] : [{ node: part, type: model.inference.typeOfBinding(binding) }];
    });
    return [{ node, asks, model, home, owner: classOf(home), uses }];
  });
}

function transplanted(donor: Donor, target: Target): Single[] {
  const { node, model, suspicion } = target;
  const near = donor.model !== model ? otherFileShare : donor.owner === target.owner ? 1 : elsewhereShare;
  const context = `${model.language}/${node.kind}/${node.parent?.kind ?? '-'}/-/-`;
  if (donor.asks) return guards(donor, target, suspicion * near * guardShare);
  return renamed(donor, target).flatMap(({ text: adapted, sure }) => {
    if (adapted === node.text) return [];
    const text = reindented(adapted, indentOf(donor.node), indentOf(node));
    const base = { model, line: node.line, context };
    const score = suspicion * sure * near;
    const insertion = {
      ...base,
      template: 'donor-insert',
      changes: [before(node, text, styleAt(model, node))],
      score: insertWeight * score * amongAlike(donor.node, node) * often(donor) * isReadIn(donor.node, target),
    };
    const alike = similarity(text, node.text);
    if (donor.node.kind !== node.kind || alike < 0.3) return [insertion];
    const changes = [{ start: node.start, end: node.end, text }];
    return [{ ...base, template: 'donor-replace', changes, score: replaceWeight * score * alike }, insertion];
  });
}

/** A statement before which, or behind which, stands what stands at the target belongs there. */
function amongAlike(donor: Syntax, target: Syntax): number {
  const [own, there] = [siblingsOf(target), siblingsOf(donor)];
  const [at, from] = [own.indexOf(target), there.indexOf(donor)];
  const near = Math.max(alike(there[from + 1], own[at]), alike(there[from - 1], own[at - 1]));
  return strangeShare + (settled - strangeShare) * near ** 2;
}

function alike(a: Syntax | undefined, b: Syntax | undefined): number {
  return a === undefined || b === undefined || a.kind !== b.kind ? 0 : similarity(headOf(a), headOf(b));
}

function headOf({ text }: Syntax): string {
  return text.split('\n', 1)[0]?.slice(0, longestHead) ?? '';
}

/** Of a plain assignment: what nothing reads changes nothing. */
function isReadIn({ type, parts: [inner] }: Syntax, { node, home }: Target): number {
  if (type === 'pass_statement') return 0;
  const name = inner?.kind === 'assignment' || inner?.kind === 'declarator' ? inner.get('left', 'name') : undefined;
  if (name?.kind !== 'name') return 1;
  const isRead = [...home.walk()].some((one) => one.start >= node.start && one.text === name.text && isValue(one));
  return isRead ? readMore : unreadShare;
}

function often({ node, homes }: Donor): number {
  return leaves(node) ? 1 : Math.min(mostCommon, 1 + common * (homes - 1));
}

/** What is asked elsewhere asked before the target, and left where it holds. */
function guards(donor: Donor, target: Target, score: number): Single[] {
  const { node, model } = target;
  const style = styleAt(model, node);
  const jumps = loopAround(node) === undefined ? [] : ['continue', 'break'];
  const values = returnsAround(model, node).slice(0, mostVariants);
  const exits = [...jumps, ...values.map(({ text }) => `return ${text}`)];
  const context = `${model.language}/${node.kind}/${node.parent?.kind ?? '-'}/-/-`;
  return renamed(donor, target).flatMap(({ text, sure }) =>
    exits.map((exit, at) => {
      const guard = model.dialect.guard(text, model.dialect.simple(exit, style), style);
      const changes = [before(node, guard, style)];
      const weight = (insertWeight * sure * score) / (1 + at);
      return { model, line: node.line, context, template: 'donor-guard', changes, score: weight };
    }),
  );
}

/**
 * The donor's text with each local variable that is not visible at the target renamed to the most similar that is. One
 * of them, or the first where all are visible, is renamed to several in turn.
 */
function renamed({ node, uses }: Donor, { here }: Target): { text: string; sure: number }[] {
  const names = new Map<string, readonly Fit[]>();
  const visible = new Set(here.map(({ name }) => name));
  for (const { node: use, type } of uses) {
    if (visible.has(use.text) || names.has(use.text)) continue;
    const fits = fitsFor(use.text, type, here);
    if (fits.length === 0) return [];
    names.set(use.text, fits);
  }
  const [only] = uses;
  if (names.size === 0 && only !== undefined) names.set(only.node.text, fitsFor(only.node.text, only.type, here));
  const [varied, choices = [undefined]] = [...names][0] ?? [];
  return choices.slice(0, mostVariants).map((choice, variant) => {
    let [text, at, sure] = ['', node.start, 1 / (1 + variant)];
    for (const [name, [best]] of names) sure *= best === undefined || best.name === name ? 1 : 0.4 + 0.5 * best.near;
    for (const { node: use } of uses) {
      const fit = use.text === varied ? choice : names.get(use.text)?.[0];
      text += node.source.slice(at, use.start) + (fit?.name ?? use.text);
      at = use.end;
    }
    return { text: text + node.source.slice(at, node.end), sure };
  });
}

interface Fit {
  readonly name: string;
  readonly near: number;
}

/** Variables that may stand for one, the most similarly named first; where none is similar, the last one made. */
function fitsFor(name: string, type: ValueType, here: Target['here']): Fit[] {
  return here
    .filter((one) => compatible(type, one.type))
    .map((one) => ({ name: one.name, near: similarity(one.name, name), line: one.node.line }))
    .sort((a, b) => b.near - a.near || b.line - a.line);
}
