import { diffSymbols, type Difference, type ImportGraph, languageOf, parse, type SymbolChange } from '../../code/index.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Finding, ImpactLevel } from '../report.ts';
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
  readonly surfaceBefore: Surface;
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
          : await context.surfaceBefore.exposure(oldPath, change.name);
      const importers = change.kind === 'removed' ? await importersOf(source, change.name, context) : [];
      const effect = effectOf(source, change, exposure, importers);
      if (effect) effects.push(effect);
      findings.push(...importers.map((importer) => brokenImport(source, change, importer)));
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
    return old && now && !old.hasError && !now.hasError ? diffSymbols(old, now) : [];
  } finally {
    empty?.dispose();
  }
}

interface Importer {
  readonly path: string;
  readonly line: number;
}

/** Files that import, by name, what is not there any more. */
async function importersOf({ file, after }: ChangedSource, name: string, { snapshot, graph }: ExportContext): Promise<Importer[]> {
  if (name.includes('.') || name.startsWith('*')) return [];
  // What it offers cannot be listed when it passes on everything of another module or answers for missing names.
  if (after?.exports.some((one) => one.name === '*') || after?.symbols.some((symbol) => symbol.name === '__getattr__')) return [];
  if (!after && file.status !== 'deleted') return [];
  const importers: Importer[] = [];
  for (const [path, distance] of await graph.reverse([file.path])) {
    const text = snapshot.texts.get(path);
    const language = languageOf(path, text);
    if (distance !== 1 || text === undefined || !language || !text.includes(name)) continue;
    const lines = (await graph.imports(path)).filter((edge) => edge.to === file.path).map((edge) => edge.line);
    const parsed = await parse(language, text, path);
    try {
      for (const item of parsed.imports) {
        const guarded = language === 'python' && inTry(text, item.line);
        if (!guarded && lines.includes(item.line) && item.names.some((one) => one.name === name)) importers.push({ path, line: item.line });
      }
    } finally {
      parsed.dispose();
    }
  }
  return importers;
}

/** Whether the line before is a `try:`, under which a missing name is expected. */
function inTry(text: string, line: number): boolean {
  return /^\s*try:/.test(text.split('\n')[line - 2] ?? '');
}

function brokenImport({ file }: ChangedSource, { name }: SymbolChange, { path, line }: Importer): Finding {
  const rule = 'broken-import';
  return {
    id: fingerprint(rule, path, `${name} from ${file.path}`, 0),
    rule,
    analysts: ['impact-analyst'],
    category: 'api',
    severity: 'high',
    confidence: 'high',
    file: path,
    startLine: line,
    endLine: line,
    message: `\`${name}\` is imported here, but \`${file.path}\` no longer offers it.`,
  };
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
  importers: readonly Importer[],
): Effect | undefined {
  const used = importers.length > 0;
  if (exposure === 'internal' && !used && (change.kind === 'added' || !change.breaking)) return undefined;
  const breaking = change.breaking && (exposure !== 'internal' || used);
  const kind = change.kind === 'changed' ? 'signature-changed' : `export-${change.kind}`;
  const who = used ? `; \`${importers[0]?.path}\` still imports it` : breaking && exposure === 'unknown' ? '; whether others use it is unknown' : '';
  const subject = change.name === 'default' ? `${file.path} (default)` : change.name;
  return {
    category: 'api',
    level: levelOf(change, exposure, used),
    reason: `\`${subject}\`: ${change.reason}${who}.`,
    change: { kind, subject, breaking, rule: kind, file: file.path, line: change.line },
    ...(breaking && { advice: advise(change, subject) }),
  };
}

function levelOf(change: SymbolChange, exposure: Exposure, used: boolean): ImpactLevel {
  if (used) return 'high';
  if (!change.breaking || exposure === 'internal') return 'low';
  if (exposure !== 'promised') return 'medium';
  const severe = change.kind !== 'changed' || change.differences.some((one) => one.breaking && hard.has(one.what));
  return severe ? 'high' : 'medium';
}

function advise(change: SymbolChange, subject: string): string {
  if (change.kind === 'removed') return `Keep \`${subject}\` for a release with a deprecation notice, or release a new major version.`;
  return `Let \`${subject}\` accept the old way of calling it as well, or release a new major version.`;
}
