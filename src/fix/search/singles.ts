import { mirrorAt } from '../templates/counterparts.ts';
import { isOperation, operatorText } from '../templates/expressions.ts';
import type { Model } from '../templates/model.ts';
import { unreadBindings } from '../templates/pool.ts';
import { functionOf, statementAround } from '../templates/statements.ts';
import { bestShape, intuition, templatesFor } from '../templates/table.ts';
import type { Change, Proposal, Template } from '../templates/template.ts';
import type { Syntax } from '../templates/tree.ts';
import type { Suspicion, TemplateWeight } from '../types.ts';
import { MaxHeap } from './heap.ts';
import { lexemes, type TokenModel } from './naturalness.ts';
import { shapeOf } from './shape.ts';

export interface Single {
  readonly template: string;
  readonly model: Model;
  readonly changes: readonly Change[];
  readonly line: number;
  /** First line of the statement, where it is outside of functions: a table of hundreds of lines is one place. */
  readonly outside?: number;
  readonly context: string;
  readonly score: number;
  /** What of the score is due to what other repairs taught, as a factor. */
  readonly learned?: number;
}

interface Cell {
  readonly template: Template;
  readonly node: Syntax;
  readonly model: Model;
  readonly context: string;
  readonly line: number;
  readonly outside?: number;
  readonly score: number;
}

/** `language/node/parent/operator/block` of a place. */
export function contextOf(node: Syntax, model: Model): string {
  const block = [...node.ancestors()].find(({ kind }) =>
    ['if', 'elif', 'else', 'for', 'foreach', 'while', 'function', 'lambda', 'program'].includes(kind),
  );
  const operator = isOperation(node) ? operatorText(node) : (node.get('operator')?.type ?? '-');
  return [
    model.language,
    node.kind,
    node.parent?.kind ?? '-',
    operator.replaceAll('/', '÷') || '-',
    block?.kind ?? '-',
  ].join('/');
}

/** Belief in an edit that reads a local or imported name which nothing read: why else was it there? */
const forgotten: Readonly<Record<string, number>> = {
  local: 2.5,
  function: 2.5,
  import: 2,
  loop: 2,
  parameter: 1.5,
};

function readsForgotten({ changes }: Proposal, model: Model): number {
  const unread = unreadBindings(model);
  let most = 1;
  for (const { start, text } of changes) {
    const words = unread.size === 0 ? [] : new Set(lexemes(text));
    for (const word of words) {
      for (const { origin, region } of unread.get(word) ?? []) {
        const used = region.start <= start && start <= region.end && reads(text, word);
        if (used) most = Math.max(most, forgotten[origin] ?? 1);
      }
    }
  }
  return most;
}

function reads(text: string, name: string): boolean {
  return lexemes(text).some((token, at, tokens) => {
    const assigned = tokens[at + 1] === '=' || tokens[at + 2] === '=';
    return token === name && tokens[at - 1] !== '.' && !assigned;
  });
}

/** The statements in which a module of Python names what it lends to others: those names are as they are defined. */
function exportsOf({ root }: Model): Syntax[] {
  return root.parts.filter((one) => one.parts[0]?.get('left')?.text === '__all__');
}

/** A later proposal of the same template on the same line, or in the same table, is worth less: no template and no line starves the others. */
const crowding = 0.35;

/** Belief in an edit made in all statements that are written alike, against that in it alone. */
const mirroredShare = 0.25;

/** Single-edit candidates, best first. Cells are opened only when their best possible proposal would be next. */
export class Singles {
  readonly #cells = new MaxHeap<Cell>();
  readonly #ready = new MaxHeap<Single>();
  readonly #emitted = new Map<string, number>();
  readonly #tokens: TokenModel;
  readonly #weight: TemplateWeight;
  readonly #jitter: (key: string) => number;

  constructor(
    models: readonly Model[],
    suspicions: readonly Suspicion[],
    weight: TemplateWeight,
    tokens: TokenModel,
    jitter: (key: string) => number,
  ) {
    this.#tokens = tokens;
    this.#weight = weight;
    this.#jitter = jitter;
    for (const model of models) {
      const scores = new Map<number, number>();
      for (const { file, line, score } of suspicions)
        if (file === model.path) scores.set(line, Math.max(score, scores.get(line) ?? 0));
      const exported = exportsOf(model);
      for (const node of model.root.walk()) {
        const score = scores.get(node.line) ?? 0;
        if (score <= 0 || !node.named || exported.some((one) => one.contains(node))) continue;
        const context = contextOf(node, model);
        const around = functionOf(node) === undefined ? statementAround(node) : undefined;
        const place = { line: node.line, ...(around === undefined ? {} : { outside: around.line }) };
        for (const template of templatesFor(node.kind)) {
          const own = score * weight(template.id, context);
          const bound = own * bestShape(template.id);
          this.#cells.push({ template, node, model, context, ...place, score: own }, bound);
        }
      }
    }
  }

  /** One that no template makes. */
  add(single: Single): void {
    this.#ready.push(single, single.score);
  }

  /** Upper bound of what comes next; -Infinity at the end. */
  get bound(): number {
    return Math.max(this.#cells.topPriority, this.#ready.topPriority);
  }

  next(): Single | undefined {
    for (;;) {
      while (this.#cells.size > 0 && this.#cells.topPriority >= this.#ready.topPriority)
        this.#open(this.#cells.pop() as Cell);
      const priority = this.#ready.topPriority;
      const single = this.#ready.pop();
      if (single === undefined) return undefined;
      const crowd = `${single.model.path}:${single.outside ?? single.line}:${single.template}`;
      const earlier = this.#emitted.get(crowd) ?? 0;
      const now = single.score / (1 + earlier) ** crowding;
      if (now < priority - 1e-12 && now < this.bound) {
        this.#ready.push(single, now);
        continue;
      }
      this.#emitted.set(crowd, earlier + 1);
      return { ...single, score: now };
    }
  }

  #open({ template, node, model, context, line, outside, score }: Cell): void {
    const mirror = mirrorAt(node);
    for (const proposal of template.propose(node, model)) {
      const place = { line, ...(outside === undefined ? {} : { outside }) };
      const shape = shapeOf(model.text, proposal.changes);
      const weight = this.#weight(template.id, context, shape);
      const learned = weight / intuition(template.id);
      const single = { template: template.id, model, changes: proposal.changes, ...place, context, learned };
      const own =
        score *
        // Against the weight that the cell has already.
        (weight / this.#weight(template.id, context)) *
        proposal.weight *
        this.#natural(proposal, model) ** (template.context ?? 1) *
        readsForgotten(proposal, model) *
        this.#jitter(`${template.id}${node.start}${proposal.changes[0]?.text}`);
      this.#ready.push({ ...single, score: own }, own);
      const [only, ...more] = proposal.changes;
      const others = only === undefined || more.length > 0 ? undefined : mirror?.(only);
      if (only === undefined || others === undefined) continue;
      const changes = [only, ...others].sort((a, b) => a.start - b.start);
      this.#ready.push({ ...single, changes, score: mirroredShare * own }, mirroredShare * own);
    }
  }

  #natural({ changes }: Proposal, { text }: Model): number {
    const [first] = changes;
    return first === undefined ? 0 : this.#tokens.naturalness(text, first.start, first.end, first.text);
  }
}
