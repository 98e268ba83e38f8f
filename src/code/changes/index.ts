import type { CodeSymbol, Export, ParsedFile } from '../types.ts';
import { type Difference, difference, type SymbolChange } from './change.ts';
import { symbolDifferences } from './signature.ts';

/** A public name and its signatures: several when it is overloaded, none when it is defined elsewhere. */
interface PublicName {
  readonly line: number;
  readonly signatures: readonly CodeSymbol[];
}

/**
 * Compares the public names of two versions of a file: its exports, and the public members of exported classes.
 * A change is breaking when callers that were right before may fail or be read otherwise; names whose definition is
 * in another file are compared by presence only.
 */
export function diffSymbols(before: ParsedFile, after: ParsedFile): SymbolChange[] {
  const old = surface(before);
  const now = surface(after);
  const newStars = after.exports
    .filter(
      (one) => one.name === '*' && !before.exports.some((other) => other.name === '*' && other.source === one.source),
    )
    .map((one) => one.source);
  const changes: SymbolChange[] = [];
  for (const [name, was] of old) {
    const is = now.get(name);
    if (is === undefined) {
      if (![...old.keys()].some((owner) => name.startsWith(`${owner}.`) && !now.has(owner))) {
        changes.push(removed(name, was, newStars[0]));
      }
      continue;
    }
    const differences = signatureDifferences(was.signatures, is.signatures, after);
    if (differences.length > 0) changes.push(changed(name, was, is, differences));
  }
  for (const [name, is] of now) {
    const inNew = [...now.keys()].some((owner) => name.startsWith(`${owner}.`) && !old.has(owner));
    if (!old.has(name) && !inNew) changes.push(added(name, is));
  }
  return changes;
}

function surface(file: ParsedFile): Map<string, PublicName> {
  const names = new Map<string, PublicName>();
  for (const one of file.exports) {
    const key = one.name === '*' ? `* from ${one.source}` : one.name;
    names.set(key, { line: one.symbol?.nameLine ?? one.line, signatures: signaturesOf(one, file.symbols) });
    if (one.local === undefined) continue;
    for (const [name, member] of membersOf(one.local, file.symbols)) names.set(`${key}.${name}`, member);
  }
  return names;
}

function signaturesOf(one: Export, symbols: readonly CodeSymbol[]): readonly CodeSymbol[] {
  if (one.symbol === undefined) return [];
  const { qualifiedName, parent } = one.symbol;
  return callable(symbols.filter((symbol) => symbol.qualifiedName === qualifiedName && symbol.parent === parent));
}

function membersOf(owner: string, symbols: readonly CodeSymbol[]): Map<string, PublicName> {
  const prefix = `${owner}.`;
  const grouped = new Map<string, CodeSymbol[]>();
  for (const symbol of symbols) {
    if (!symbol.exported || !symbol.qualifiedName.startsWith(prefix)) continue;
    const name = symbol.qualifiedName.slice(prefix.length) + (symbol.kind === 'setter' ? ' (setter)' : '');
    grouped.set(name, [...(grouped.get(name) ?? []), symbol]);
  }
  return new Map(
    [...grouped].map(([name, group]) => [name, { line: group[0]?.nameLine ?? 1, signatures: callable(group) }]),
  );
}

/** What callers may call: the overloads where there are any, else the last definition, which is the one that stays. */
function callable(group: readonly CodeSymbol[]): readonly CodeSymbol[] {
  const decorated = group.filter((symbol) =>
    symbol.decorators.some((decorator) => /^@(?:\w+\.)?overload$/.test(decorator)),
  );
  // Python's overloads are for type checkers: what runs is the definition after them.
  if (decorated.length > 0) return [...decorated, ...group.slice(-1)];
  const bodiless = group.filter(
    (symbol) => symbol.body === undefined && symbol.kind !== 'constant' && symbol.kind !== 'variable',
  );
  return bodiless.length > 0 ? bodiless : group.slice(-1);
}

function signatureDifferences(
  before: readonly CodeSymbol[],
  after: readonly CodeSymbol[],
  file: ParsedFile,
): Difference[] {
  const [old] = before;
  const [now] = after;
  if (old === undefined || now === undefined) return [];
  if (before.length === 1 && after.length === 1) return symbolDifferences(old, now, file.language);
  return before.flatMap((one) => {
    const fits = after.some((other) =>
      symbolDifferences(one, other, file.language).every((change) => !change.breaking),
    );
    const shown = one.parameters.map((parameter) => parameter.name).join(', ');
    return fits ? [] : [difference('overload-removed', true, `overload ${one.name}(${shown}) is no longer offered`)];
  });
}

function removed(name: string, was: PublicName, star: string | undefined): SymbolChange {
  const reason =
    star === undefined ? `${name} is no longer exported` : `${name} is exported through ${star} now, if at all`;
  return {
    kind: 'removed',
    name,
    breaking: star === undefined,
    differences: [],
    reason,
    line: was.line,
    before: was.signatures[0],
    after: undefined,
  };
}

function added(name: string, is: PublicName): SymbolChange {
  const [symbol] = is.signatures;
  const abstract = symbol?.abstract === true && symbol.parent?.kind === 'class';
  const demands = symbol?.kind === 'constructor' && symbol.parameters.some((one) => !one.optional);
  const whom = abstract ? ': subclasses must define it' : demands ? ': it asks for arguments' : '';
  return {
    kind: 'added',
    name,
    breaking: abstract || demands,
    differences: [],
    reason: `${name} was added${whom}`,
    line: is.line,
    before: undefined,
    after: symbol,
  };
}

function changed(name: string, was: PublicName, is: PublicName, differences: readonly Difference[]): SymbolChange {
  return {
    kind: 'changed',
    name,
    breaking: differences.some((one) => one.breaking),
    differences,
    reason: [...differences].sort((a, b) => Number(b.breaking) - Number(a.breaking))[0]?.reason ?? '',
    line: is.line,
    before: was.signatures[0],
    after: is.signatures[0],
  };
}
