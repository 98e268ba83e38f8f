import {
  type Difference,
  diffSymbols,
  type ImportGraph,
  languageOf,
  type Node,
  type ParsedFile,
  parse,
  type SymbolChange,
} from '../../code/index.ts';
import { normalise } from '../critic/normalise.ts';
import type { Finding, ImpactLevel } from '../report.ts';
import { brokenUses } from './broken-uses.ts';
import type { Effect } from './effect.ts';
import type { Snapshot } from './snapshot.ts';
import type { ChangedSource } from './sources.ts';
import type { Exposure, Surface } from './surface.ts';

export interface ExportContext {
  /** The tree after the change. */
  readonly snapshot: Snapshot;
  readonly graph: ImportGraph;
  readonly surface: Surface;
  /** The packages as they were: what is gone now was promised then. */
  readonly surfaceBefore: () => Promise<Surface>;
}

export interface ExportImpact {
  readonly effects: readonly Effect[];
  readonly findings: readonly Finding[];
}

/** Public names that were removed, added or changed, and whom that breaks. */
export async function exportImpact(sources: readonly ChangedSource[], context: ExportContext): Promise<ExportImpact> {
  const effects: Effect[] = [];
  const findings: Finding[] = [];
  for (const source of sources) {
    for (const change of await changesOf(source)) {
      const { path, oldPath } = source.file;
      const exposure =
        change.kind === 'added'
          ? await context.surface.exposure(path, change.name)
          : await (await context.surfaceBefore()).exposure(oldPath, change.name);
      const broken = await brokenUses(source, change, context);
      const effect = effectOf(source, change, exposure, broken[0]?.file);
      if (effect) effects.push(effect);
      findings.push(...broken);
    }
  }
  return { effects, findings };
}

async function changesOf({ file, before, after }: ChangedSource): Promise<readonly SymbolChange[]> {
  const language = languageOf(file.path, file.newText ?? file.oldText);
  if (!language) return [];
  // A file that came or went is compared with an empty one.
  const empty = before && after ? undefined : await parse(language, '', file.path);
  try {
    const [old, now] = [before ?? empty, after ?? empty];
    if (!old || !now || old.hasError || now.hasError) return [];
    return diffSymbols(old, now)
      .filter((change) => !isOnlyLayout(change) && !(language === 'python' && isOnlyFormal(change, now)))
      .map((change) => (mayBeInherited(change, now) ? inherited(change) : change));
  } finally {
    empty?.dispose();
  }
}

/** The same code in another layout: what a formatter changes is no change of a signature. */
function isOnlyLayout({ before, after }: SymbolChange): boolean {
  if (!before || !after) return false;
  const tokens = (node: Node): string => normalise(node).replace(/[()|\s]+/g, ' ');
  return tokens(before.node) === tokens(after.node);
}

/** A method that a class with a base class loses: what the base has takes its place, if it has it. */
function mayBeInherited({ kind, name }: SymbolChange, now: ParsedFile): boolean {
  const owner = name.split('.').slice(0, -1).join('.');
  if (kind !== 'removed' || owner === '') return false;
  const holder = now.symbols.find((symbol) => symbol.kind === 'class' && symbol.qualifiedName === owner)?.node;
  const bases =
    holder?.childForFieldName('superclasses') ?? holder?.namedChildren.find((one) => one?.type === 'class_heritage');
  return bases !== undefined && bases !== null && bases.text !== '()' && bases.text !== '(object)';
}

function inherited(change: SymbolChange): SymbolChange {
  return {
    ...change,
    breaking: false,
    reason: `${change.name} is no longer defined by its class; whether a base class offers it is unknown`,
  };
}

/**
 * Python's export lists are a matter of manners: a name that `__all__` does not mention any more can still be imported.
 * And special methods that a class gains are not called by name.
 */
function isOnlyFormal({ kind, name }: SymbolChange, now: ParsedFile): boolean {
  if (kind === 'added') return /\.__\w+__$/.test(name);
  if (kind === 'changed') return false;
  const defined = now.symbols.some((symbol) => symbol.parent === undefined && symbol.name === name);
  return defined || now.imports.some((one) => one.names.some(({ local }) => local === name || local === '*'));
}

const hard: ReadonlySet<Difference['what']> = new Set([
  'parameter-added',
  'parameter-removed',
  'parameters-reordered',
  'parameter-required',
  'parameter-passing',
  'overload-removed',
  'kind',
  'static',
  'async',
  'member-removed',
]);

function effectOf(
  { file }: ChangedSource,
  change: SymbolChange,
  exposure: Exposure,
  brokenFile: string | undefined,
): Effect | undefined {
  const breaks = brokenFile !== undefined;
  // Inside a closed package only what breaks a use is anybody's business, and what disappears.
  if (exposure === 'internal' && !breaks && (change.kind !== 'removed' || change.name.includes('.'))) return undefined;
  const breaking = change.breaking && (exposure !== 'internal' || breaks);
  const kind = change.kind === 'changed' ? 'signature-changed' : `export-${change.kind}`;
  const who = breaks
    ? `; \`${brokenFile}\` still uses it`
    : breaking && exposure === 'unknown'
      ? '; whether others use it is unknown'
      : '';
  const subject = change.name === 'default' ? `${file.path} (default)` : change.name;
  return {
    category: 'api',
    level: levelOf(change, exposure, breaks),
    reason: `${reasonOf(change, subject)}${who}.`,
    change: { kind, subject, breaking, rule: kind, file: file.path, line: change.line },
    ...(breaking && {
      advice: breaks ? `Bring \`${brokenFile}\` in line with \`${subject}\`.` : advise(change, subject),
    }),
  };
}

function reasonOf({ name, reason }: SymbolChange, subject: string): string {
  return reason.startsWith(`${name} `) ? `\`${subject}\`${reason.slice(name.length)}` : `\`${subject}\`: ${reason}`;
}

function levelOf(change: SymbolChange, exposure: Exposure, breaks: boolean): ImpactLevel {
  if (breaks) return 'high';
  if (!change.breaking || exposure === 'internal') return 'low';
  if (exposure !== 'promised') return 'medium';
  const severe = change.kind !== 'changed' || change.differences.some((one) => one.breaking && hard.has(one.what));
  return severe ? 'high' : 'medium';
}

function advise(change: SymbolChange, subject: string): string {
  if (change.kind === 'removed')
    return `Keep \`${subject}\` for a release with a deprecation notice, or release a new major version.`;
  return `Let \`${subject}\` accept the old way of calling it as well, or release a new major version.`;
}
